from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Job, TimestampedModel
from impact_study.enums import RunState
from impact_study.models.scoped import OfStudyQuerySet
from impact_study.models.study import Study
from impact_study.models.study_snapshot import StudySnapshot


class AnalysisPlan(TimestampedModel):
    """What will be computed, said beforehand. Locked at closing; a later version is a deviation and is printed so."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="plans")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    reason = models.TextField(_("Why it was changed"), blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    is_deviation = models.BooleanField(default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = OfStudyQuerySet["AnalysisPlan"].as_manager()

    class Meta:
        ordering = ["study", "-number"]
        constraints = [models.UniqueConstraint("study", "number", name="analysis_plan_number_once")]

    def __str__(self) -> str:
        return f"{self.study} · {self.number}"

    @property
    def project_id(self) -> int:
        return self.study.project_id


class AnalysisRunQuerySet(OfStudyQuerySet["AnalysisRun"]):
    def light(self) -> Self:
        """With plan and snapshot, but without what is large: results, what the plan says, the codebook."""
        large = ("results", "withheld", "plan__content", "snapshot__codebook")
        return self.select_related("study__project", "plan", "snapshot", "job").defer(*large)


class AnalysisRun(TimestampedModel):
    """One computation of a plan on a snapshot: results as data, with what made them."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="runs")
    plan = models.ForeignKey(AnalysisPlan, models.PROTECT, related_name="runs")
    snapshot = models.ForeignKey(StudySnapshot, models.PROTECT, null=True, blank=True, related_name="runs")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(_("State"), max_length=8, choices=RunState, default=RunState.WAITING)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="+")
    seed = models.PositiveIntegerField(default=20170901)
    software = models.JSONField(default=dict)
    results = models.JSONField(default=list)
    withheld = models.JSONField(default=list)
    finished_at = models.DateTimeField(null=True, blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = AnalysisRunQuerySet.as_manager()

    class Meta:
        ordering = ["study", "-number"]
        constraints = [models.UniqueConstraint("study", "number", name="analysis_run_number_once")]

    def __str__(self) -> str:
        return f"{self.study} · {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("impact_study:run_detail", args=[self.study.project.code, self.pk])

    @property
    def data(self) -> StudySnapshot:
        """What a run that is done was computed from."""
        if self.snapshot is None:
            raise ValueError("The run has no snapshot yet.")
        return self.snapshot

    @property
    def project_id(self) -> int:
        return self.study.project_id
