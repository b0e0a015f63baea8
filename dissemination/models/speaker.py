from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from network.models import Person
from network.models.scoped import InProjectQuerySet


class SpeakerQuerySet(InProjectQuerySet["Speaker"]):
    project_path = "event__project"


class Speaker(OfEvent, TimestampedModel):
    """Who speaks at an event, as the programme names them."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="speakers")
    name = models.CharField(_("Name"), max_length=300)
    function = models.CharField(_("Function"), max_length=200, blank=True)
    organisation = models.CharField(_("Organisation"), max_length=300, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="speeches", editable=False)
    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
