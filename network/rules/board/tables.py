"""The quota board as plain values: what page, JSON, XLSX and PDF print alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from network.enums import QuotaStatus
from network.rules.pace import Outlook


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
