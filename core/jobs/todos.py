"""Work in the background that stopped and waits for a decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.enums import JobState
from core.models import Job
from core.todos import ToDo, register

REMEMBERED = timedelta(days=14)


@register
def stopped_jobs(user: Any) -> Iterator[ToDo]:
    """One's own jobs of the last two weeks that failed: try again, or let them rest."""
    stopped = Job.objects.filter(
        actor=user, state__in=(JobState.FAILED, JobState.PARKED), finished_at__gt=timezone.now() - REMEMBERED
    )
    for job in stopped[:5]:
        yield ToDo(
            title=_("%(work)s stopped by a problem") % {"work": job.title},
            url=job.get_absolute_url(),
            weight=60,
            note=_("Look what went wrong and try again."),
        )
