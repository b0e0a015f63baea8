from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.enums import EventKind
from network.models import Partner, Project
from network.models.scoped import InProjectQuerySet


class PlannedEvent(TimestampedModel):
    """What the plan promises of an event; it may be held as several real ones."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="planned_events")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="planned_events")
    kind = models.CharField(_("Kind"), max_length=20, choices=EventKind)
    title = LabelField(_("Title"))
    starts_on = models.DateField(_("Planned from"), null=True, blank=True)
    ends_on = models.DateField(_("Planned until"), null=True, blank=True)
    country = models.CharField(_("Country"), max_length=2, blank=True)
    local_heads = models.PositiveIntegerField(_("Foreseen local participants"), default=0)
    international_heads = models.PositiveIntegerField(_("Foreseen international participants"), default=0)
    virtual_heads = models.PositiveIntegerField(_("Foreseen virtual participants"), default=0)
    is_multiplier = models.BooleanField(_("Owed multiplier event"), default=False)
    is_final_conference = models.BooleanField(_("Final international conference"), default=False)
    note = models.CharField(_("Note"), max_length=300, blank=True)
    objects = InProjectQuerySet["PlannedEvent"].as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="planned_event_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return in_language(self.title)
