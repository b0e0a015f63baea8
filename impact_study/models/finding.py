from __future__ import annotations

from django.db import models

from impact_study.models.analysis import AnalysisRun
from network.models import Output
from network.models.scoped import InProjectQuerySet


class FindingQuerySet(InProjectQuerySet["Finding"]):
    project_path = "run__study__project"


class Finding(models.Model):
    """One citable result of a published run; its card on the ground floor is what neighbours point at."""

    run = models.ForeignKey(AnalysisRun, models.PROTECT, related_name="findings")
    key = models.CharField(max_length=120)
    output = models.OneToOneField(Output, models.PROTECT, related_name="finding")
    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["run", "key"]
        constraints = [models.UniqueConstraint("run", "key", name="finding_once")]

    def __str__(self) -> str:
        return self.key

    @property
    def project_id(self) -> int:
        return self.run.study.project_id
