"""Standing and stopping of work that sits in a transaction, by way of the cache.

What a transaction writes nobody sees before its end, and on SQLite nobody else can write meanwhile. The row stays
the truth; what is whispered may get lost without harm.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache

from core.models import Job


def tell(job_id: UUID, standing: dict[str, Any]) -> None:
    """Say how far the work is."""
    cache.set(f"job-standing:{job_id}", standing, settings.JOB_LEASE.total_seconds())


def heard(job: Job) -> Job:
    """The job with the standing of now, not saved."""
    if job.state == "running" and (standing := cache.get(f"job-standing:{job.pk}")):
        for name in ("done", "total", "step"):
            setattr(job, name, standing[name])
    return job


def ask_to_stop(job_id: UUID) -> None:
    cache.set(f"job-stop:{job_id}", True, settings.JOB_LEASE.total_seconds() * 10)


def asked_to_stop(job_id: UUID) -> bool:
    return bool(cache.get(f"job-stop:{job_id}"))


def forget(job_id: UUID) -> None:
    """A run that begins or ends leaves nothing said."""
    cache.delete_many([f"job-standing:{job_id}", f"job-stop:{job_id}"])
