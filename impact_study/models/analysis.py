from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Job, TimestampedModel
from impact_study.enums import PublicationState, RunState
from impact_study.models.study import Study
from network.models import Output
from network.models.scoped import InProjectQuerySet


class OfStudyQuerySet[M: models.Model](InProjectQuerySet[M]):
    project_path = "study__project"


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
    objects = OfStudyQuerySet["AnalysisRun"].as_manager()

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


class PublicationQuerySet(OfStudyQuerySet["Publication"]):
    def published(self) -> Self:
        """Published ones, and those that a newer one has replaced."""
        return self.filter(state__in=[PublicationState.PUBLISHED, PublicationState.REPLACED])

    def public(self) -> Self:
        """What strangers may read."""
        return self.published().filter(study__project__is_public=True)

    def once_published(self) -> Self:
        """Also those withdrawn: their addresses answer for good, if only to say so."""
        return self.filter(
            state__in=[PublicationState.PUBLISHED, PublicationState.REPLACED, PublicationState.WITHDRAWN]
        )

    def cited(self) -> Self:
        """What strangers may have cited."""
        return self.once_published().filter(study__project__is_public=True)


class Publication(TimestampedModel):
    """The study as it is published in one language: made from one run, never changed, replaced by the next.

    `texts` are written by hand; `page` is what was made of them and of the run when it was published. An edition found
    wrong is withdrawn: strangers read that and why, auditors still open what was published.
    """

    study = models.ForeignKey(Study, models.PROTECT, related_name="publications")
    run = models.ForeignKey(AnalysisRun, models.PROTECT, related_name="publications")
    language = models.CharField(max_length=7)
    state = models.CharField(_("State"), max_length=10, choices=PublicationState, default=PublicationState.DRAFT)
    texts = models.JSONField(default=dict)
    page = models.JSONField(default=dict, editable=False)
    document = models.FileField(upload_to="studies", blank=True)
    document_sha256 = models.CharField(max_length=64, blank=True)
    package = models.FileField(upload_to="studies", blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    withdrawn_because = models.TextField(_("Why it was withdrawn"), blank=True)
    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["study", "-run", "language"]
        constraints = [
            models.UniqueConstraint("run", "language", name="publication_once"),
            models.CheckConstraint(
                condition=models.Q(state=PublicationState.WITHDRAWN, withdrawn_at__isnull=False)
                ^ models.Q(~models.Q(state=PublicationState.WITHDRAWN), withdrawn_at__isnull=True),
                name="publication_withdrawn_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.study} · {self.language}"

    def get_absolute_url(self) -> str:
        return reverse("impact_study:publication_edit", args=[self.study.project.code, self.pk])

    @property
    def project_id(self) -> int:
        return self.study.project_id

    @property
    def is_draft(self) -> bool:
        return self.state == PublicationState.DRAFT

    @property
    def is_public(self) -> bool:
        return self.state in (PublicationState.PUBLISHED, PublicationState.REPLACED)

    @property
    def is_withdrawn(self) -> bool:
        return self.state == PublicationState.WITHDRAWN


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
