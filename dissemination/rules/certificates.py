"""Who earns a certificate of attendance, and its serial number."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from core.problems import Problem

# Letters and digits that are not mistaken for each other.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
Span = tuple[datetime, datetime]


def new_serial(year: int) -> str:
    """Nobody guesses one, and it can be read out: 2030-XXXX-XXXX-XXX."""
    made = "".join(secrets.choice(LETTERS) for _place in range(11))
    return f"{year}-{made[:4]}-{made[4:8]}-{made[8:]}"


def hours_of(spans: Iterable[Span]) -> Decimal:
    """The hours that some spans cover together; what overlaps is one's time only once."""
    total, until = timedelta(), None
    for starts_at, ends_at in sorted(spans):
        begins = max(starts_at, until) if until else starts_at
        if ends_at > begins:
            total += ends_at - begins
            until = ends_at
    return Decimal(int(total.total_seconds() // 36)) / 100


def certificate_problems(
    *, is_verified: bool, hours: Decimal | None, sessions: int, minimum_hours: Decimal, minimum_sessions: int
) -> list[Problem]:
    """Why somebody who was seen gets none yet."""
    found = []
    if not is_verified:
        found.append(Problem("not_verified", _("The participation is not verified yet.")))
    if sessions < minimum_sessions:
        words = {"sessions": sessions, "needed": minimum_sessions}
        found.append(Problem("few_sessions", _("Seen at %(sessions)d of %(needed)d sessions.") % words))
    if minimum_hours and (hours is None or hours < minimum_hours):
        told = {"hours": "–" if hours is None else hours, "needed": minimum_hours}
        found.append(Problem("few_hours", _("Attended %(hours)s of %(needed)s hours.") % told))
    return found
