"""How a quota stands against its plan: the pace, the status in words and the outlook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import sqrt

from network.enums import QuotaStatus

DAYS_A_MONTH = 365.25 / 12
LOOK_BACK_MONTHS = 3
# Eight in ten Poisson counts lie within this many standard deviations of what was seen.
SPREAD = 1.28


@dataclass(frozen=True)
class Course:
    """A project's run as of a day; a day after its end is read as its end."""

    starts_on: date | None
    ends_on: date | None
    as_of: date
    on_track_from: Decimal = Decimal("0.90")
    behind_from: Decimal = Decimal("0.70")

    @property
    def share_gone(self) -> Fraction | None:
        """0 before the start, 1 at the end, None where the dates are not known."""
        if self.starts_on is None or self.ends_on is None:
            return None
        whole = (self.ends_on - self.starts_on).days + 1
        gone = (min(self.as_of, self.ends_on) - self.starts_on).days + 1
        return min(Fraction(1), max(Fraction(0), Fraction(gone, whole)))

    @property
    def months_left(self) -> float:
        return max(0.0, (self.ends_on - self.as_of).days / DAYS_A_MONTH) if self.ends_on else 0.0


@dataclass(frozen=True)
class Outlook:
    """Heads at the end as a range, and how many a month are needed to arrive."""

    low: int
    high: int
    needed_a_month: float


def expected_heads(target: int, course: Course) -> float | None:
    """The planned value of the day: linear from start to end; None where the dates are not known."""
    gone = course.share_gone
    return None if gone is None else float(target * gone)


def quota_status(*, target: int | None, reached: int, course: Course) -> QuotaStatus:
    """Actual against planned: from 0.90 on track, from 0.70 behind, below at risk; the project may set others."""
    if not target:
        return QuotaStatus.NO_TARGET
    if reached >= target:
        return QuotaStatus.REACHED
    gone = course.share_gone
    if gone is None:
        return QuotaStatus.NO_DATES
    if course.starts_on and course.as_of < course.starts_on:
        return QuotaStatus.NOT_STARTED
    ratio = Fraction(reached) / (target * gone) if gone else Fraction(1)
    if ratio >= Fraction(course.on_track_from):
        return QuotaStatus.ON_TRACK
    return QuotaStatus.BEHIND if ratio >= Fraction(course.behind_from) else QuotaStatus.AT_RISK


def outlook(
    *, target: int, reached: int, last_months: Sequence[int], course: Course, foreseen: int = 0
) -> Outlook | None:
    """The range at the end from the last three months' new heads plus confirmed registrations; None at the end."""
    left = course.months_left
    if not left or not course.share_gone:
        return None
    seen = sum(last_months[-LOOK_BACK_MONTHS:])
    low = max(0.0, seen - SPREAD * sqrt(seen)) / LOOK_BACK_MONTHS
    high = (seen + SPREAD * sqrt(max(seen, 1))) / LOOK_BACK_MONTHS
    needed = max(0, target - reached) / left
    return Outlook(reached + foreseen + round(low * left), reached + foreseen + round(high * left), round(needed, 1))
