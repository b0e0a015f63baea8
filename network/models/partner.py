from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.models import TimestampedModel
from network.enums import PartnerRole
from network.models.organisation import Organisation
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class PartnerQuerySet(InProjectQuerySet["Partner"]):
    def present(self, on: date) -> Self:
        """Partners that belong to the partnership on a day."""
        return self.exclude(joined_on__gt=on).exclude(left_on__lt=on)


class Partner(TimestampedModel):
    """An organisation's part in one project. A partner that left keeps its history."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="partners")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partners")
    role = models.CharField(_("Role"), max_length=12, choices=PartnerRole, default=PartnerRole.PARTNER)
    number = models.PositiveSmallIntegerField(_("Number"))
    joined_on = models.DateField(_("Joined on"), null=True, blank=True)
    left_on = models.DateField(_("Left on"), null=True, blank=True)
    follows = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="followed_by")
    budget_share = models.DecimalField(_("Budget share (EUR)"), max_digits=12, decimal_places=2, null=True, blank=True)
    roster_secret = models.CharField(max_length=64, editable=False, blank=True)
    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["project", "number"]
        constraints = [
            models.UniqueConstraint("project", "number", name="partner_number_once"),
            models.CheckConstraint(
                condition=models.Q(left_on__isnull=True)
                | models.Q(joined_on__isnull=True)
                | models.Q(left_on__gte=models.F("joined_on")),
                name="partner_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def get_absolute_url(self) -> str:
        return row_address("network:partner_detail", self.project.code, self.pk)

    @property
    def label(self) -> str:
        """P3 · ES: short enough for a table's head."""
        return f"P{self.number} · {self.organisation.country}"
