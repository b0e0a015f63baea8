from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse

from core.models import TimestampedModel
from dissemination.models.document import EventDocument
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from dissemination.models.registration import Registration
from network.models.scoped import InProjectQuerySet
from network.scope import Asker


class SignatureSheetQuerySet(InProjectQuerySet["SignatureSheet"]):
    project_path = "event__project"

    def visible_to(self, user: Asker) -> Self:
        """As the paper itself, which holds names."""
        return self.filter(document__in=EventDocument.objects.visible_to(user))


class SignatureSheet(OfEvent, TimestampedModel):
    """A printed list to be signed: who stands on which line. `code` is printed on every page, and is its symbol."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="sheets")
    document = models.OneToOneField(EventDocument, models.CASCADE, related_name="sheet")
    code = models.CharField(max_length=16, unique=True)
    # Registrations in the order of the lines; a guest who is gone leaves the line.
    lines = models.JSONField(default=list)
    objects = SignatureSheetQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("dissemination:sheet_back", args=[self.event.project.code, self.pk])

    def guests(self) -> list[tuple[int, Registration]]:
        """The lines with their numbers, as printed."""
        known = Registration.objects.in_bulk(self.lines)
        return [(number, known[pk]) for number, pk in enumerate(self.lines, 1) if pk in known]
