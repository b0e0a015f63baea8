"""Bringing back what was lost: dead workers' jobs, and jobs of which the broker was never told."""

from __future__ import annotations

import logging

from django.conf import settings
from django.utils import timezone

from core.enums import JobState
from core.jobs.starting import send
from core.models import Job

logger = logging.getLogger(__name__)


def sweep() -> int:
    """Put left-behind jobs back or aside and tell the broker of all that wait; answers how many it told of."""
    now = timezone.now()
    dead = Job.objects.left_behind(at=now)
    ended = {"finished_at": now, "changed_at": now, "lease_until": None}
    dead.filter(cancel_requested_at__isnull=False).update(state=JobState.CANCELLED, **ended)
    parked = dead.filter(attempts__gte=settings.JOB_ATTEMPTS).update(
        state=JobState.PARKED, error_reference="worker-lost", **ended
    )
    if parked:
        logger.error("%d jobs were set aside: their workers died again and again.", parked)
    dead.update(state=JobState.QUEUED, run="", sent_at=None, due_at=None, lease_until=None)
    return sum(send(job) for job in Job.objects.unsent(at=now).order_by("created_at")[:500])
