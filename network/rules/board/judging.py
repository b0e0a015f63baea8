"""How each cell of the quota board stands against its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from network.rules.board.tables import Cell, Counts
from network.rules.pace import Course, expected_heads, outlook, quota_status


def judge(counts: Counts, course: Course) -> Cell:
    """Put the plan beside the figures."""
    target = counts.target or 0
    return Cell(
        counts=counts,
        expected=expected_heads(target, course) if target else None,
        status=quota_status(target=counts.target, reached=counts.reached, course=course),
        outlook=outlook(target=target, reached=counts.reached, last_months=counts.by_month, course=course)
        if target
        else None,
    )


def judge_row(counts: Sequence[Counts], course: Course, *, distinct: int) -> tuple[tuple[Cell, ...], Cell]:
    """The cells of a row and its total; the total's status rests on heads distinct in the project."""
    total = sum(counts, Counts())
    judged = judge(replace(total, reached=distinct), course)
    return tuple(judge(cell, course) for cell in counts), replace(judged, counts=total)


def month_starts(first: date, last: date) -> tuple[date, ...]:
    """The first day of each month from one to another."""
    months, at = [], first.replace(day=1)
    while at <= last:
        months.append(at)
        at = (at.replace(year=at.year + 1, month=1)) if at.month == 12 else at.replace(month=at.month + 1)
    return tuple(months)
