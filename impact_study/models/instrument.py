from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from impact_study.enums import QuestionType, TextState, VersionState
from network.enums import RespondentGroup
from network.models import Project
from network.models.scoped import InProjectQuerySet


class Instrument(TimestampedModel):
    """One questionnaire for one group of respondents; it may serve several waves and studies."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="instruments")
    code = models.SlugField(_("Code"), max_length=32)
    title = LabelField(_("Title"))
    group = models.CharField(_("Who answers"), max_length=12, choices=RespondentGroup)
    objects = InProjectQuerySet["Instrument"].as_manager()

    class Meta:
        ordering = ["project", "code"]
        constraints = [models.UniqueConstraint("project", "code", name="instrument_code_once")]

    def __str__(self) -> str:
        return in_language(self.title) or self.code

    def get_absolute_url(self) -> str:
        return reverse("impact_study:instrument_detail", args=[self.project.code, self.pk])


class VersionQuerySet(InProjectQuerySet["InstrumentVersion"]):
    project_path = "instrument__project"


class InstrumentVersion(TimestampedModel):
    """The questions of a questionnaire at one time. Published, it never changes; editing begins the next one.

    `revision` counts the saves of a draft: whoever saves names the one they read, so that two editors lose nothing.
    """

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(_("State"), max_length=10, choices=VersionState, default=VersionState.DRAFT)
    definition = models.JSONField()
    base_language = models.CharField(max_length=7, default="en")
    languages = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    content_hash = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["instrument", "number"]
        constraints = [
            models.UniqueConstraint("instrument", "number", name="instrument_version_number_once"),
            models.CheckConstraint(
                condition=models.Q(state=VersionState.DRAFT) | models.Q(published_at__isnull=False),
                name="published_version_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} · {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("impact_study:version_detail", args=[self.instrument.project.code, self.pk])

    @property
    def project(self) -> Project:
        return self.instrument.project

    @property
    def project_id(self) -> int:
        return self.instrument.project_id

    @property
    def is_draft(self) -> bool:
        return self.state == VersionState.DRAFT


class QuestionRow(models.Model):
    """A question of a version, kept beside the definition so that questions can be searched and compared."""

    version = models.ForeignKey(InstrumentVersion, models.CASCADE, related_name="questions")
    code = models.CharField(max_length=32)
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=QuestionType)
    concept = models.CharField(max_length=80, blank=True)
    scale = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ["version", "order"]
        constraints = [models.UniqueConstraint("version", "code", name="question_code_once")]

    def __str__(self) -> str:
        return self.code


class Translation(TimestampedModel):
    """One text of a version in one language. `source` and its hash are the text it was made from."""

    version = models.ForeignKey(InstrumentVersion, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=7)
    key = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    state = models.CharField(_("State"), max_length=10, choices=TextState, default=TextState.DRAFT)
    source_hash = models.CharField(max_length=64, blank=True)
    source = models.TextField(blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["version", "language", "key"]
        constraints = [models.UniqueConstraint("version", "language", "key", name="translation_once")]

    def __str__(self) -> str:
        return f"{self.language} · {self.key}"
