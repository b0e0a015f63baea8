"""Which period takes a record in, and what keeps a period from being made or locked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from django.utils.translation import gettext as _

from core.problems import Problem
from network.enums import PeriodState


class Span(Protocol):
    """A period as the rules see it."""

    starts_on: date
    ends_on: date
    state: str


def taking_in[P: Span](periods: Iterable[P], held_on: date) -> tuple[P | None, bool]:
    """The period that takes in a record of a day, and whether the record is late.

    A record dated in a locked period is late and goes to the first one after it that is not locked.
    """
    in_order = sorted(periods, key=lambda period: period.starts_on)
    late = any(p.starts_on <= held_on <= p.ends_on and p.state == PeriodState.LOCKED for p in in_order)
    for period in in_order:
        if period.ends_on >= held_on and period.state != PeriodState.LOCKED:
            return period, late
    unlocked = [period for period in in_order if period.state != PeriodState.LOCKED]
    return (unlocked[-1], late) if unlocked else (None, late)


def period_problems(
    *, starts_on: date, ends_on: date, others: Sequence[Span], project_from: date | None, project_to: date | None
) -> list[Problem]:
    """An overlap is refused, a gap and days outside the project are warned of."""
    if ends_on < starts_on:
        return [Problem("order", _("The period ends before it starts."), field="ends_on")]
    found = []
    for other in others:
        if other.starts_on <= ends_on and starts_on <= other.ends_on:
            message = _("It overlaps with %(period)s (%(from)s – %(to)s).")
            words = {"period": other, "from": other.starts_on, "to": other.ends_on}
            found.append(Problem("overlap", message % words, field="starts_on"))
    before = [other.ends_on for other in others if other.ends_on < starts_on]
    if before and max(before) + timedelta(days=1) < starts_on:
        found.append(Problem("gap", _("There is a gap to the period before it."), field="starts_on", warning=True))
    if (project_from and starts_on < project_from) or (project_to and ends_on > project_to):
        found.append(Problem("outside_project", _("It reaches outside the project."), field="ends_on", warning=True))
    return found
