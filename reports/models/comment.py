from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models.scoped import InProjectQuerySet
from reports.models.report import Section


class CommentQuerySet(InProjectQuerySet["Comment"]):
    project_path = "section__report__project"

    def open(self) -> Self:
        return self.filter(settled_at__isnull=True)


class Comment(TimestampedModel):
    """A remark on a section. The report is not approved before it is settled."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="comments")
    text = models.TextField(_("Comment"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def project_id(self) -> int:
        return self.section.report.project_id
