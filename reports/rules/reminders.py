"""When a contribution is asked for again."""

from __future__ import annotations

from datetime import date

DAYS_BEFORE = (14, 7, 1)
EVERY_DAYS_AFTER = 7


def is_reminder_due(due_on: date, today: date, reminded_on: date | None) -> bool:
    """Whether the latest reminder day has not been served yet, so that a missed day is made up for."""
    latest = latest_reminder_day(due_on, today)
    return latest is not None and (reminded_on is None or reminded_on < latest)


def latest_reminder_day(due_on: date, today: date) -> date | None:
    """14, 7 and 1 days before it is due, and each week after."""
    days_left = (due_on - today).days
    if days_left < 0:
        weeks = -days_left // EVERY_DAYS_AFTER
        if weeks:
            return date.fromordinal(due_on.toordinal() + weeks * EVERY_DAYS_AFTER)
    passed = [days for days in DAYS_BEFORE if days >= days_left]
    return date.fromordinal(due_on.toordinal() - min(passed)) if passed else None
