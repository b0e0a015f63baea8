from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import DocumentKind
from dissemination.models.event import Event
from network.models import Partner, Project
from network.scope import Asker, scope_of


class EventDocumentQuerySet(models.QuerySet["EventDocument"]):
    def visible_to(self, user: Asker) -> Self:
        """These papers hold names: they are seen by whoever may see the partner's people."""
        scope = scope_of(user)
        if scope.everything:
            return self
        shared = Event.co_organisers.through.objects.filter(
            event=models.OuterRef("event"), partner__in=scope.partners_with_names
        )
        return self.filter(
            models.Q(partner__in=scope.partners_with_names)
            | models.Q(project__in=scope.projects_with_all_names)
            | models.Exists(shared)
        )

    def in_project(self, project: Project) -> Self:
        return self.filter(project=project)


class EventDocument(TimestampedModel):
    """A paper the platform made of an event or of a project's events. The same content is one file."""

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
    objects = EventDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint("project", "kind", "language", "content_hash", name="event_document_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("dissemination:document_download", args=[self.project.code, self.pk])
