"""The month beside the list of the public calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from dissemination.models import Event
from dissemination.rules.months import Held, Month, month_of, span

# No clock on earth is further from UTC.
FARTHEST = timedelta(hours=14)


def month_with(events: QuerySet[Event], first: date) -> Month:
    """The days of a month with what is held on each, in one statement."""
    return month_of(first, held_between(events, *span(first)))


def held_between(events: QuerySet[Event], first: date, last: date) -> list[Held]:
    """Events that touch these days on the clocks of their own place."""
    begins = datetime.combine(first, time.min, UTC) - FARTHEST
    ends = datetime.combine(last, time.max, UTC) + FARTHEST
    rows = events.order_by("starts_at", "pk").filter(starts_at__lte=ends, ends_at__gte=begins)
    found = [Held(each.pk, each.held_on, each.ends_on) for each in rows]
    return [each for each in found if each.first <= last and each.last >= first]


def weekdays() -> list[tuple[str, str]]:
    """Short and whole, Monday first."""
    return [(str(WEEKDAYS_ABBR[day]), str(WEEKDAYS[day])) for day in range(7)]
