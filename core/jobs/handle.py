"""What running work holds in its hand: progress, cancelling, and the moment it is done."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils import timezone

from core.enums import JobState
from core.jobs import whispers
from core.models import Job

logger = logging.getLogger(__name__)
WRITE_EVERY = 0.3  # seconds between two writes of progress


class Cancelled(Exception):  # noqa: N818  (asked for, not an error)
    """The actor asked the work to stop."""


class LeaseLost(Exception):  # noqa: N818
    """Another worker holds the row now: whatever this one did must not count."""


class Handle:
    """One run of one job."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.params: Mapping[str, Any] = job.params
        self.actor: Any = job.actor
        self.project_id = job.project_id
        self.finished = False
        self.standing: dict[str, Any] = {}
        self._depth = len(connection.atomic_blocks)
        self._written_at = 0.0

    def progress(self, done: int, total: int, step: object = "") -> None:
        """Say how far the work is; raises Cancelled when the actor asked for it.

        Inside a transaction of the work nothing is written to the row, since nobody would see it: it is only whispered.
        """
        news = {"done": done, "total": total, "step": str(step)[:200] or self.standing.get("step", "")}
        due = news["step"] != self.standing.get("step") or monotonic() - self._written_at >= WRITE_EVERY
        self.standing = news
        if not due and done < total:
            return
        self._written_at = monotonic()
        whispers.tell(self.job.pk, news)
        if len(connection.atomic_blocks) == self._depth:
            self.beat()
        self.stop_if_asked()

    def beat(self) -> None:
        """Write the standing and keep the row for another while."""
        held = self.held().update(lease_until=timezone.now() + settings.JOB_LEASE, **self.standing)
        if not held:
            raise LeaseLost(str(self.job.pk))

    def stop_if_asked(self) -> None:
        """Raise Cancelled when the actor asked for it: for work that cannot count its steps."""
        asked = Job.objects.filter(pk=self.job.pk).values_list("cancel_requested_at", "run").first()
        if asked is None or asked[1] != self.job.run:
            raise LeaseLost(str(self.job.pk))
        if asked[0] or whispers.asked_to_stop(self.job.pk):
            raise Cancelled

    def finish(self, **result: Any) -> None:
        """Mark the job done; inside the work's own transaction its effect and this stand or fall together."""
        if self.standing.get("total"):
            self.standing["done"] = self.standing["total"]
        self.close(JobState.DONE, result=result, **self.standing)

    def close(self, state: JobState, **values: Any) -> None:
        now = timezone.now()
        if not self.held().update(state=state, finished_at=now, changed_at=now, lease_until=None, **values):
            raise LeaseLost(str(self.job.pk))
        self.finished = True

    def held(self) -> Any:
        return Job.objects.filter(pk=self.job.pk, run=self.job.run, state=JobState.RUNNING)
