"""A worker's side: take the row, ask once more who may, do the work, write down how it ended."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.enums import JobState
from core.jobs import whispers
from core.jobs.handle import Cancelled, Handle, LeaseLost
from core.jobs.pulse import Pulse
from core.jobs.registry import Kind, kind_of
from core.models import Job
from core.problems import Problem, ProblemsFound

logger = logging.getLogger(__name__)
RETRY_AFTER = timedelta(seconds=10)


def take(job_id: str) -> Job | None:
    """Hold the row, by one conditional UPDATE: of several workers that look, one gets it."""
    now = timezone.now()
    held = {"state": JobState.RUNNING, "run": uuid4().hex, "started_at": now, "lease_until": now + settings.JOB_LEASE}
    free = Job.objects.takeable(at=now).filter(pk=job_id, attempts__lt=settings.JOB_ATTEMPTS)
    taken = free.update(**held, attempts=F("attempts") + 1)
    return Job.objects.select_related("actor").get(pk=job_id) if taken else None


def run(job_id: str) -> None:
    """Do the work of a job, unless somebody else does it or it is finished."""
    job = take(job_id)
    if job is None:
        return
    if job.cancel_requested_at is None:
        whispers.forget(job.pk)
    language = getattr(job.actor, "language", None) or settings.LANGUAGE_CODE
    try:
        with translation.override(language):
            attend(Handle(job))
    except LeaseLost:
        logger.warning("Job %s went to another worker.", job.pk)


def attend(handle: Handle) -> None:
    try:
        with Pulse(handle):
            work(handle)
    except LeaseLost:
        raise
    except Cancelled:
        handle.close(JobState.CANCELLED)
    except ProblemsFound as found:
        handle.close(JobState.FAILED, problems=[in_words(problem) for problem in found.problems])
    except Exception:
        reference = uuid4().hex[:8]
        logger.exception("Job %s (%s) failed, reference %s.", handle.job.pk, handle.job.kind, reference)
        put_back(handle, reference)


def work(handle: Handle) -> None:
    handle.stop_if_asked()
    kind = kind_of(handle.job.kind)
    if kind is None:
        raise LookupError(handle.job.kind)
    check_rights(handle, kind)
    result = kind.work(handle)
    if not handle.finished:
        handle.finish(**(result or {}))


def check_rights(handle: Handle, kind: Kind) -> None:
    """Rights may have ended since the work was asked for, and the thing may be gone."""
    try:
        thing = kind.target(handle.params) if kind.target else None
    except ObjectDoesNotExist as gone:
        raise ProblemsFound([Problem("gone", _("What this was about no longer exists."))]) from gone
    actor = handle.actor
    if actor is None or not actor.is_active or not actor.has_perm(kind.permission, thing):
        raise ProblemsFound([Problem("not_allowed", _("You may no longer do this."))])


def put_back(handle: Handle, reference: str) -> None:
    """Try again a little later; after several failures set the job aside for staff."""
    attempts = handle.job.attempts
    if attempts >= settings.JOB_ATTEMPTS:
        handle.close(JobState.PARKED, error_reference=reference)
        return
    due = timezone.now() + RETRY_AFTER * attempts
    waiting = {"state": JobState.QUEUED, "run": "", "sent_at": None, "due_at": due, "lease_until": None}
    handle.held().update(**waiting, error_reference=reference)


def in_words(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": str(problem.message), "remedy": str(problem.remedy), "row": problem.row}
