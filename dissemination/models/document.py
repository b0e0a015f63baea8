from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import DocumentKind
from dissemination.models.event import Event
from dissemination.models.scoped import GuestDataQuerySet
from network.models import Partner, Project


class EventDocument(TimestampedModel):
    """A paper the platform made of an event or of a project's events, with names. The same content is one file."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="event_documents")
    partner = models.ForeignKey(Partner, models.CASCADE, null=True, blank=True, related_name="event_documents")
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="documents")
    kind = models.CharField(_("Kind"), max_length=14, choices=DocumentKind)
    language = models.CharField(max_length=7)
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="event-documents/%Y/%m/", max_length=200)
    content_hash = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = GuestDataQuerySet["EventDocument"].as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint("project", "kind", "language", "content_hash", name="event_document_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("dissemination:document_download", args=[self.project.code, self.pk])
