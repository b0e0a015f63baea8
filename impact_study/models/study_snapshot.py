from __future__ import annotations

from django.conf import settings
from django.db import models

from core.models import TimestampedModel
from impact_study.models.scoped import OfStudyQuerySet
from impact_study.models.study import Study


class StudySnapshot(TimestampedModel):
    """The answers a study rests on, as one columnar file that never changes. Later withdrawals are marked on it."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    file = models.FileField(upload_to="study-snapshots")
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    codebook = models.JSONField()
    withdrawn_since = models.PositiveIntegerField(default=0)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = OfStudyQuerySet["StudySnapshot"].as_manager()

    class Meta:
        ordering = ["study", "-number"]
        constraints = [models.UniqueConstraint("study", "number", name="study_snapshot_number_once")]

    def __str__(self) -> str:
        return f"{self.study} · {self.number}"
