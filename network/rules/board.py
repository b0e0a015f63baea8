"""The quota board as plain values: what page, JSON, XLSX and PDF print alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from network.enums import QuotaStatus
from network.rules.pace import Course, Outlook, expected_heads, outlook, quota_status


@dataclass(frozen=True)
class Counts:
    """The figures of one cell, before anything is judged."""

    target: int | None = None
    reached: int = 0
    new: int = 0
    evidenced: int = 0
    shared: int = 0
    waiting: int = 0
    duplicates: int = 0
    unnamed: int = 0
    answers: int = 0
    late: int = 0
    by_month: tuple[int, ...] = ()

    def __add__(self, other: Counts) -> Counts:
        months = max(len(self.by_month), len(other.by_month))
        padded = [(*counts.by_month, *[0] * (months - len(counts.by_month))) for counts in (self, other)]
        target = None if self.target is None and other.target is None else (self.target or 0) + (other.target or 0)
        added = {
            name: getattr(self, name) + getattr(other, name)
            for name in ("reached", "new", "evidenced", "shared", "waiting", "duplicates", "unnamed", "answers", "late")
        }
        return Counts(target=target, by_month=tuple(map(sum, zip(*padded, strict=True))), **added)


@dataclass(frozen=True)
class Cell:
    """One quota: figures, planned pace, status in words, outlook."""

    counts: Counts
    expected: float | None
    status: QuotaStatus
    outlook: Outlook | None

    @property
    def share(self) -> float | None:
        """Reached per target; None without a target."""
        return self.counts.reached / self.counts.target if self.counts.target else None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(100 * self.share)

    @property
    def course_line(self) -> tuple[int, ...]:
        """Heads reached by the end of each month."""
        total, line = 0, []
        for heads in self.counts.by_month:
            total += heads
            line.append(total)
        return tuple(line)


@dataclass(frozen=True)
class Column:
    """A partner as the board names it."""

    id: int
    number: int
    name: str
    country: str
    left_on: date | None = None

    @property
    def label(self) -> str:
        """The name, or in the reader's language that there is none yet; a snapshot keeps the name only."""
        return self.name or _("Name not known")


@dataclass(frozen=True)
class Row:
    """A category over all partners. `distinct` counts a head that two partners share once."""

    id: int
    code: str
    name: str
    unit: str
    cells: tuple[Cell, ...]
    total: Cell
    distinct: int
    distinct_new: int
    stated_total: int | None

    @property
    def stated_difference(self) -> int | None:
        """The grant's own total less the sum of the partners' targets; None where it states none."""
        return None if self.stated_total is None else self.stated_total - (self.total.counts.target or 0)


@dataclass(frozen=True)
class Board:
    project: str
    title: str
    as_of: date
    months: tuple[date, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    period: str = ""
    period_id: int | None = None
    notes: tuple[str, ...] = field(default=())


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


def cell_figures(cell: Cell) -> dict[str, Any]:
    """A cell as JSON holds it."""
    counts = cell.counts
    return {
        "target": counts.target,
        "expected": None if cell.expected is None else round(cell.expected, 1),
        "reached": counts.reached,
        "new": counts.new,
        "evidenced": counts.evidenced,
        "shared": counts.shared,
        "waiting": counts.waiting,
        "duplicates": counts.duplicates,
        "unnamed": counts.unnamed,
        "answers": counts.answers,
        "late": counts.late,
        "status": str(cell.status),
        "outlook": None
        if cell.outlook is None
        else {"low": cell.outlook.low, "high": cell.outlook.high, "needed_a_month": cell.outlook.needed_a_month},
        "by_month": list(counts.by_month),
    }


def board_figures(board: Board) -> dict[str, Any]:
    """The whole board as JSON: what the API answers and what a snapshot keeps."""
    return {
        "project": board.project,
        "period": board.period,
        "as_of": board.as_of.isoformat(),
        "months": [month.isoformat() for month in board.months],
        "partners": [
            {"id": column.id, "number": column.number, "name": column.name, "country": column.country}
            for column in board.columns
        ],
        "categories": [
            {
                "id": row.id,
                "code": row.code,
                "name": row.name,
                "unit": row.unit,
                "stated_total": row.stated_total,
                "distinct": row.distinct,
                "distinct_new": row.distinct_new,
                "total": cell_figures(row.total),
                "cells": [
                    {"partner": column.id, **cell_figures(cell)}
                    for column, cell in zip(board.columns, row.cells, strict=True)
                ],
            }
            for row in board.rows
        ],
    }
