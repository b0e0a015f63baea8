"""Who may see what belongs to the house itself, and steer background work."""

from __future__ import annotations

from typing import Any

from rules.permissions import add_perm
from rules.predicates import predicate

from core.models import Job


@predicate
def is_active_staff(user: Any) -> bool:
    return bool(user.is_active and user.is_staff)


@predicate
def is_signed_in(user: Any) -> bool:
    return bool(user.is_authenticated and user.is_active)


@predicate
def asked_for_it(user: Any, job: Job | None) -> bool:
    return job is not None and job.actor_id == user.pk


add_perm("core.view_style_guide", is_active_staff)
add_perm("core.view_job", is_active_staff | asked_for_it)
add_perm("core.cancel_job", is_active_staff | asked_for_it)
add_perm("core.restart_job", is_active_staff)
# For work about oneself, which everybody may have done.
add_perm("core.work_for_oneself", is_signed_in)
