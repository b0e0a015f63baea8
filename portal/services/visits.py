"""Remembering when somebody was last here."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import User
from portal.models import Visit

PAUSE = timedelta(minutes=30)
FIRST_TIME = timedelta(days=14)
LONGEST = timedelta(days=60)
NOTED_EVERY = timedelta(minutes=1)


def last_visit(*, user: User, at: datetime) -> datetime:
    """The end of the visit before this one; looking again within half an hour is the same visit."""
    visit, _new = Visit.objects.get_or_create(user=user, defaults={"seen_at": at})
    away = at - visit.seen_at
    if away >= NOTED_EVERY:
        if away > PAUSE:
            visit.before_at = visit.seen_at
        visit.seen_at = at
        visit.save(update_fields=["before_at", "seen_at"])
    return max(visit.before_at or at - FIRST_TIME, at - LONGEST)
