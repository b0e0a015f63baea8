"""Asking for work, for its end, and for another try."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from core import audit
from core.enums import JobState
from core.jobs import whispers
from core.jobs.registry import kind_of
from core.models import Job
from core.problems import Problem, ProblemsFound

logger = logging.getLogger(__name__)


def start(kind: str, *, by: Any, project: Model | None = None, key: str | None = None, **params: Any) -> Job:
    """Write the row of a job; a worker is told when the transaction commits.

    `params` are ids and plain choices, no personal data. Asked again with the same key while the first is not
    finished, it answers the first. Raises ProblemsFound when the actor has too much in the queue.
    """
    if kind_of(kind) is None:
        raise LookupError(kind)
    whole_key = f"{kind}:{by.pk}:{key}" if key else ""
    if whole_key and (known := Job.objects.active().filter(key=whole_key).first()):
        return known
    if Job.objects.active().filter(actor=by).count() >= settings.JOBS_PER_USER:
        raise ProblemsFound([too_many()])
    job = Job(kind=kind, params=params, key=whole_key, actor=by, project_id=project.pk if project else None)
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:  # the other click was a moment earlier
        return Job.objects.filter(key=whole_key).latest("created_at")
    transaction.on_commit(partial(send, job), robust=True)
    return job


def too_many() -> Problem:
    return Problem(
        code="too_many_jobs",
        message=_("You already have %(number)d pieces of work waiting.") % {"number": settings.JOBS_PER_USER},
        remedy=_("Wait until one has ended, or cancel one."),
    )


def send(job: Job) -> bool:
    """Tell the broker to look; a broker that is away is told later by the sweeper."""
    from core.tasks import run_job  # the task calls back into this package

    claimed = Job.objects.filter(pk=job.pk, state=JobState.QUEUED, sent_at=job.sent_at)
    if not claimed.update(sent_at=timezone.now()):
        return False
    try:
        run_job.apply_async((str(job.pk),), retry=False)
    except Exception as away:  # every transport has errors of its own
        logger.warning("The broker is away (%s), job %s waits.", type(away).__name__, job.pk)
        Job.objects.filter(pk=job.pk, state=JobState.QUEUED).update(sent_at=None)
        return False
    return True


def cancel(*, job: Job, by: Any) -> None:
    """End a waiting job now, and ask a running one to stop at its next step."""
    if job.state == JobState.RUNNING:
        whispers.ask_to_stop(job.pk)  # first: on SQLite the row may be locked until the work has heard it
    note_cancelling(job, by)


@transaction.atomic
def note_cancelling(job: Job, by: Any) -> None:
    now = timezone.now()
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    stopped = waiting.update(state=JobState.CANCELLED, finished_at=now, changed_at=now, cancel_requested_at=now)
    asked = stopped or Job.objects.active().filter(pk=job.pk).update(cancel_requested_at=now)
    if asked:
        audit.record("core.job.cancelled", target=job, by=by, project=job.project_id)


@transaction.atomic
def restart(*, job: Job, by: Any) -> None:
    """Queue a job again that was set aside, failed or was cancelled."""
    again = {"state": JobState.QUEUED, "attempts": 0, "run": "", "finished_at": None, "cancel_requested_at": None}
    rest = Job.objects.filter(pk=job.pk).exclude(state__in=[JobState.QUEUED, JobState.RUNNING, JobState.DONE])
    try:
        with transaction.atomic():
            moved = rest.update(**again, sent_at=None, due_at=None, done=0, problems=[], error_reference="")
    except IntegrityError:
        return  # the same work has been asked for anew meanwhile
    if moved:
        audit.record("core.job.restarted", target=job, by=by, project=job.project_id)
        job.refresh_from_db()
        transaction.on_commit(partial(send, job), robust=True)
