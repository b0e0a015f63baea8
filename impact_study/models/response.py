from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from core.models import TimestampedModel
from impact_study.enums import ChannelKind, CountedStep, ResponseState
from impact_study.models.instrument import InstrumentVersion
from impact_study.models.study import Study
from impact_study.models.wave import Channel, Wave
from network.models import Partner


class Participant(models.Model):
    """One respondent of a study over its waves: a pseudonym made with the study's secret, never a name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.CASCADE, related_name="participants")
    pseudonym = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint("study", "pseudonym", name="participant_once")]

    def __str__(self) -> str:
        return str(self.pk)


class ResponseQuerySet(models.QuerySet["Response"]):
    def complete(self) -> Self:
        return self.filter(state=ResponseState.COMPLETE)


class Response(models.Model):
    """What one respondent answered in one wave. No name, no address of a machine, no hour: only the day.

    Nobody lists responses on a page; they leave through figures over the minimum group and recorded downloads.
    `withdrawal_hash` is that of the code shown at the end, with which the respondent can take the answers back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.PROTECT, related_name="responses")
    wave = models.ForeignKey(Wave, models.PROTECT, related_name="responses")
    version = models.ForeignKey(InstrumentVersion, models.PROTECT, related_name="responses")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="responses")
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=7)
    channel_kind = models.CharField(max_length=14, choices=ChannelKind)
    participant = models.ForeignKey(Participant, models.SET_NULL, null=True, blank=True, related_name="responses")
    state = models.CharField(max_length=12, choices=ResponseState, default=ResponseState.COMPLETE)
    day = models.DateField()
    seconds = models.PositiveIntegerField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    missing = models.JSONField(default=dict)
    schema_hash = models.CharField(max_length=64, blank=True)
    withdrawal_hash = models.CharField(max_length=64, blank=True)
    submission_hash = models.CharField(max_length=64, unique=True)
    objects = ResponseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["wave", "partner"], name="response_by_wave"),
            models.Index(fields=["withdrawal_hash"], name="response_by_withdrawal_code"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Draft(TimestampedModel):
    """Answers under way that somebody asked to keep, until they are finished or for twenty hours.

    `course` holds what is of the way and not of the answers: the response's own mark, when it began, how far it got.
    """

    token_hash = models.CharField(primary_key=True, max_length=64)
    resume_hash = models.CharField(max_length=64, blank=True, db_index=True)
    channel = models.ForeignKey(Channel, models.CASCADE, related_name="drafts")
    version = models.ForeignKey(InstrumentVersion, models.CASCADE, related_name="drafts")
    language = models.CharField(max_length=7)
    pseudonym = models.CharField(max_length=64, blank=True)
    page = models.CharField(max_length=32, blank=True)
    answers = models.JSONField(default=dict)
    missing = models.JSONField(default=dict)
    course = models.JSONField(default=dict)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.page


class CountFields(models.Model):
    wave = models.ForeignKey(Wave, models.CASCADE, related_name="+")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="+")
    country = models.CharField(max_length=2, blank=True)
    language = models.CharField(max_length=7, blank=True)
    channel_kind = models.CharField(max_length=14, choices=ChannelKind)
    step = models.CharField(max_length=12, choices=CountedStep)
    page = models.CharField(max_length=32, blank=True)
    number = models.IntegerField(default=1)

    class Meta:
        abstract = True


class ResponseTally(CountFields):
    """How many respondents did what; the board adds the deltas not yet folded in."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "wave", "partner", "country", "language", "channel_kind", "step", "page", name="response_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.number}"


class ResponseDelta(CountFields):
    """One change of a tally, written in the respondent's own transaction, so that no two ever wait for each other."""

    def __str__(self) -> str:
        return f"{self.step}: {self.number:+d}"


class ConsentRecord(models.Model):
    """That somebody agreed to a text, on a day: kept apart from answers and persons."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, models.CASCADE, related_name="consents")
    text_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=7)
    choices = models.JSONField(default=dict)
    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.day}"
