from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from core.enums import ACTIVE_JOB_STATES, JobState
from core.models.timestamped import TimestampedModel

TONES = {
    JobState.QUEUED: "plain",
    JobState.RUNNING: "info",
    JobState.DONE: "ok",
    JobState.FAILED: "bad",
    JobState.PARKED: "bad",
    JobState.CANCELLED: "warn",
}


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user: Any) -> Self:
        """One's own jobs; platform staff see all."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self if user.is_staff else self.filter(actor=user)

    def active(self) -> Self:
        return self.filter(state__in=ACTIVE_JOB_STATES)

    def takeable(self, *, at: datetime) -> Self:
        """Waiting for a worker, or left behind by one that stopped beating."""
        return self.filter(Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=at))

    def left_behind(self, *, at: datetime) -> Self:
        return self.filter(state=JobState.RUNNING, lease_until__lt=at)

    def unsent(self, *, at: datetime) -> Self:
        """Due, and the broker was not told, or was told so long ago that it may have lost it."""
        late = Q(sent_at__isnull=True) | Q(sent_at__lt=at - settings.JOB_LEASE)
        return self.filter(late, Q(due_at__isnull=True) | Q(due_at__lte=at), state=JobState.QUEUED)


class Job(TimestampedModel):
    """A piece of work done in the background. The row is the work; the broker only says "look".

    `key` makes one job of a double click: it is unique among the jobs that are not finished. `run` names the
    worker's hold on the row: whoever lost it can write nothing any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=80)
    params = models.JSONField(default=dict)
    key = models.CharField(max_length=200, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="jobs")
    project_id = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    step = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    run = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    cancel_requested_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)
    error_reference = models.CharField(max_length=12, blank=True)
    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "key", condition=~Q(key="") & Q(state__in=ACTIVE_JOB_STATES), name="unfinished_job_once_per_key"
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, state__in=ACTIVE_JOB_STATES)
                | Q(finished_at__isnull=False) & ~Q(state__in=ACTIVE_JOB_STATES),
                name="job_is_finished_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["actor", "-created_at"], name="job_by_actor"),
            models.Index(fields=["state", "lease_until"], name="job_by_state", condition=Q(finished_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("jobs:job_detail", args=[self.pk])

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE_JOB_STATES

    @property
    def may_be_tried_again(self) -> bool:
        return self.state in (JobState.FAILED, JobState.PARKED, JobState.CANCELLED)

    @property
    def title(self) -> str:
        """What the work is, in the reader's words."""
        from core.jobs.registry import title_of  # the registry names the handle, which holds a Job

        return title_of(self.kind)

    @property
    def tone(self) -> str:
        """How the state is coloured."""
        return TONES[JobState(self.state)]

    @property
    def result_url(self) -> str:
        """Where the result is, in the language of whoever reads it and not of whoever asked for it."""
        return translate_url(str(self.outcome.get("url", "")), get_language() or settings.LANGUAGE_CODE)

    @property
    def outcome(self) -> Mapping[str, Any]:
        """What the work left behind: `url` and `message` where it has them."""
        return self.result if isinstance(self.result, dict) else {}
