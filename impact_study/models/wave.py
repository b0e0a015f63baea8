from __future__ import annotations

import secrets
from datetime import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from impact_study.enums import ChannelKind, WaveKind
from impact_study.models.instrument import InstrumentVersion
from impact_study.models.study import Study
from network.enums import RespondentGroup
from network.models import Partner, Project
from network.models.scoped import InProjectQuerySet


def new_slug() -> str:
    """22 characters, 131 bits."""
    return secrets.token_urlsafe(16)


class WaveQuerySet(InProjectQuerySet["Wave"]):
    project_path = "study__project"


class Wave(TimestampedModel):
    """One round of asking one group with one version of a questionnaire."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="waves")
    group = models.CharField(_("Who answers"), max_length=12, choices=RespondentGroup)
    kind = models.CharField(_("Wave"), max_length=10, choices=WaveKind)
    version = models.ForeignKey(InstrumentVersion, models.PROTECT, related_name="waves")
    opens_at = models.DateTimeField(_("Opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("Closes"), null=True, blank=True)
    population = models.PositiveIntegerField(_("People who could answer"), null=True, blank=True)
    median_seconds = models.PositiveIntegerField(null=True, blank=True, editable=False)
    group_scores = models.JSONField(default=dict, editable=False)
    tallies_folded = models.PositiveIntegerField(default=0, editable=False)
    objects = WaveQuerySet.as_manager()

    class Meta:
        ordering = ["study", "group", "kind"]
        constraints = [
            models.UniqueConstraint("study", "group", "kind", name="wave_of_a_group_once"),
            models.CheckConstraint(
                condition=models.Q(opens_at__isnull=True) | models.Q(closes_at__isnull=True)
                | models.Q(closes_at__gt=models.F("opens_at")),
                name="wave_closes_after_it_opens",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_group_display()} · {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("impact_study:wave_detail", args=[self.study.project.code, self.pk])

    @property
    def project(self) -> Project:
        return self.study.project

    @property
    def project_id(self) -> int:
        return self.study.project_id

    def is_open(self, *, at: datetime) -> bool:
        begun = self.opens_at is None or self.opens_at <= at
        return self.study.is_running and begun and (self.closes_at is None or at < self.closes_at)


class WaveTarget(models.Model):
    """How many answers a partner has promised for a wave."""

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="targets")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="wave_targets")
    answers = models.PositiveIntegerField(_("Answers"))

    class Meta:
        ordering = ["wave", "partner"]
        constraints = [models.UniqueConstraint("wave", "partner", name="wave_target_once")]

    def __str__(self) -> str:
        return f"{self.wave} · {self.partner}: {self.answers}"


class ChannelQuerySet(InProjectQuerySet["Channel"]):
    project_path = "wave__study__project"


class Channel(TimestampedModel):
    """One way into a wave, with its own secret address, credited to one partner.

    `used` is counted only where there is a limit: without one, no two respondents ever wait for the same row.
    """

    wave = models.ForeignKey(Wave, models.CASCADE, related_name="channels")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="survey_entrances")
    kind = models.CharField(_("Kind"), max_length=14, choices=ChannelKind, default=ChannelKind.OPEN_LINK)
    language = models.CharField(_("Language"), max_length=7, blank=True)
    limit = models.PositiveIntegerField(_("At most so many answers"), null=True, blank=True)
    used = models.PositiveIntegerField(default=0, editable=False)
    slug = models.CharField(max_length=43, unique=True, default=new_slug)
    key_hash = models.CharField(max_length=64, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "partner", "kind"]

    def __str__(self) -> str:
        return f"{self.wave} · {self.partner} · {self.get_kind_display()}"

    @property
    def is_full(self) -> bool:
        return self.limit is not None and self.used >= self.limit

    @property
    def project(self) -> Project:
        return self.wave.study.project

    @property
    def project_id(self) -> int:
        return self.wave.study.project_id
