from __future__ import annotations

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models.category import Category
from network.models.partner import Partner
from network.models.scoped import InProjectQuerySet


class TargetQuerySet(InProjectQuerySet["Target"]):
    project_path = "partner__project"

    def in_force(self, *, on: date) -> Self:
        """The version of each target that is valid on a day: the newest not after it."""
        newer = Target.objects.filter(
            partner=OuterRef("partner"), category=OuterRef("category"),
            valid_from__gt=OuterRef("valid_from"), valid_from__lte=on,
        )  # fmt: skip
        return self.filter(~Exists(newer), valid_from__lte=on)


class Target(TimestampedModel):
    """How many heads of one category a partner has promised to involve, from a day on. Amended, never edited."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="targets")
    category = models.ForeignKey(Category, models.PROTECT, related_name="targets")
    heads = models.PositiveIntegerField(_("Heads"))
    valid_from = models.DateField(_("Valid from"))
    reason = models.TextField(_("Reason"), blank=True)
    amendment = models.ForeignKey("network.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["partner", "category", "valid_from"]
        constraints = [models.UniqueConstraint("partner", "category", "valid_from", name="target_once_per_day")]

    def __str__(self) -> str:
        return f"{self.partner} · {self.category}: {self.heads}"
