"""A month as a grid of weeks, and which of its days have something."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Held:
    """The days of one event on the clocks of its place."""

    pk: int
    first: date
    last: date


@dataclass(frozen=True)
class Day:
    on: date
    is_in_month: bool
    events: Sequence[int]


@dataclass(frozen=True)
class Month:
    first: date
    weeks: Sequence[Sequence[Day]]

    @property
    def before(self) -> date:
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1)


def read_month(text: str) -> date | None:
    """The first day of a month that an address names as 2027-01."""
    found = read_day(f"{text}-01")
    return found if found and len(text) == len("2027-01") else None


def read_day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in YEARS else None


def span(first: date) -> tuple[date, date]:
    """The days that a month's grid shows, from a Monday to a Sunday."""
    days = list(Calendar().itermonthdates(first.year, first.month))
    return days[0], days[-1]


def month_of(first: date, held: Iterable[Held]) -> Month:
    known = list(held)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return Month(first, [[_day(on, first, known) for on in week] for week in weeks])


def _day(on: date, first: date, known: Sequence[Held]) -> Day:
    return Day(on, on.month == first.month, [each.pk for each in known if each.first <= on <= each.last])
