from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from dissemination.models.speaker import Speaker
from network.models.scoped import InProjectQuerySet


class SessionQuerySet(InProjectQuerySet["Session"]):
    project_path = "event__project"


class Session(OfEvent, TimestampedModel):
    """One part of an event's programme."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sessions")
    title = LabelField(_("Title"))
    description = LabelField(_("Description"), blank=True)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    room = models.CharField(_("Room"), max_length=100, blank=True)
    speakers = models.ManyToManyField(Speaker, related_name="sessions", blank=True, verbose_name=_("Speakers"))
    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "room", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="session_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return in_language(self.title)

    @property
    def local_start(self) -> datetime:
        return self.starts_at.astimezone(self.event.zone)

    @property
    def local_end(self) -> datetime:
        return self.ends_at.astimezone(self.event.zone)
