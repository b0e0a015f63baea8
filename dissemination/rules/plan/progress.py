"""Where a promised activity stands, and the plan by partner and month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Progress(TextChoices):
    DONE = "done", _("Done")
    LATE = "late", _("Planned, not done")
    NOW = "now", _("Under way")
    AHEAD = "ahead", _("Still ahead")
    GIVEN_UP = "given_up", _("Given up")


@dataclass(frozen=True, kw_only=True)
class Promise:
    """An activity or event of the plan. A promise without days is ahead until it is done."""

    key: int
    partner: int
    starts_on: date | None
    ends_on: date | None
    times_done: int = 0
    given_up: bool = False


def progress_of(promise: Promise, *, today: date) -> Progress:
    """Done once something was done for it, whenever; late from the day after its last day."""
    if promise.times_done:
        return Progress.DONE
    if promise.given_up:
        return Progress.GIVEN_UP
    if promise.ends_on and promise.ends_on < today:
        return Progress.LATE
    if promise.starts_on and promise.starts_on <= today:
        return Progress.NOW
    return Progress.AHEAD


def months_between(first: date, last: date) -> list[date]:
    """The first days of the months from one day to another, both included."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return [_month(first, ahead) for ahead in range(count + 1)]


def _month(start: date, ahead: int) -> date:
    years, month = divmod(start.month - 1 + ahead, 12)
    return date(start.year + years, month + 1, 1)


def in_month(promise: Promise, month: date) -> bool:
    """Whether a promise's days touch a month, named by its first day."""
    first, last = promise.starts_on or promise.ends_on, promise.ends_on or promise.starts_on
    if first is None or last is None:
        return False
    return (first.year, first.month) <= (month.year, month.month) <= (last.year, last.month)
