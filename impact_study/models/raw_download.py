from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from impact_study.models.scoped import OfStudyQuerySet
from impact_study.models.study import Study


class RawDownload(TimestampedModel):
    """That somebody took raw answers out of the house, and for what."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="downloads")
    purpose = models.CharField(_("Purpose"), max_length=300)
    form = models.CharField(max_length=10)
    rows = models.PositiveIntegerField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = OfStudyQuerySet["RawDownload"].as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.purpose

    @property
    def project_id(self) -> int:
        return self.study.project_id
