from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import Mode, OccasionKind
from network.models.partner import Partner
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class Occasion(TimestampedModel):
    """What somebody took part in. An output app that holds events or mobilities writes its own card here."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="occasions")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="occasions")
    kind = models.CharField(_("Kind"), max_length=12, choices=OccasionKind)
    title = models.CharField(_("Title"), max_length=300)
    held_on = models.DateField(_("Held on"))
    ends_on = models.DateField(_("Ends on"), null=True, blank=True)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    mode = models.CharField(_("Mode"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    objects = InProjectQuerySet["Occasion"].as_manager()

    class Meta:
        ordering = ["-held_on", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("held_on")),
                name="occasion_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title
