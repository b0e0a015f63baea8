from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class Tag(models.Model):
    """A word partners put on people and organisations of a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="tags")
    name = models.CharField(_("Name"), max_length=60)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("project", "name", name="tag_once")]

    def __str__(self) -> str:
        return self.name


class Segment(TimestampedModel):
    """A saved filter of a list. It stays live: it keeps the question, not the rows."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="segments")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="segments")
    name = models.CharField(_("Name"), max_length=80)
    listing = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)
    objects = InProjectQuerySet["Segment"].as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("project", "owner", "listing", "name", name="segment_once")]

    def __str__(self) -> str:
        return self.name
