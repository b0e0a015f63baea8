from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models.project import Project
from network.scope import Asker, scope_of


class Tag(models.Model):
    """A word partners put on people and organisations of a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="tags")
    name = models.CharField(_("Name"), max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("project", "name", name="tag_once")]

    def __str__(self) -> str:
        return self.name


class SegmentQuerySet(models.QuerySet["Segment"]):
    def visible_to(self, user: Asker) -> Self:
        scope = scope_of(user)
        return self if scope.everything else self.filter(project__in=scope.projects)

    def in_project(self, project: Project) -> Self:
        return self.filter(project=project)


class Segment(TimestampedModel):
    """A saved filter of a list. It stays live: it keeps the question, not the rows."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="segments")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="segments")
    name = models.CharField(_("Name"), max_length=80)
    listing = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)
    objects = SegmentQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("project", "owner", "listing", "name", name="segment_once")]

    def __str__(self) -> str:
        return self.name
