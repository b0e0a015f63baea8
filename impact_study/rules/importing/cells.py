"""Cells of an import that can be read in two ways: what their column settles, what a person told, what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from django.utils.translation import gettext as _

from core.sheets.dates import Order, day_order, read_day
from core.sheets.numbers import CLOCK, Mark, decimal_mark, read_number
from core.sheets.tables import TableRow
from core.sheets.values import Cell
from impact_study.enums import QuestionType

NUMBERS = {QuestionType.NUMBER, QuestionType.INTEGER}


@dataclass(frozen=True)
class Habits:
    """How a file writes days, and numbers by column; None where neither the file nor a person tells."""

    order: Order | None = None
    marks: Mapping[int, Mark | None] = field(default_factory=dict)


def habits_of(
    rows: Sequence[TableRow], *, days: Iterable[int], numbers: Iterable[int], order: Order | None, mark: Mark | None
) -> Habits:
    """What a person told holds for the whole file."""

    def cells(column: int) -> list[Cell]:
        return [row.cells[column] for row in rows if column < len(row.cells)]

    return Habits(
        order or day_order(cell for column in days for cell in cells(column)),
        {column: mark or decimal_mark(cells(column)) for column in numbers},
    )


def plain(kind: QuestionType, cell: Cell, text: str, *, mark: Mark | None, order: Order | None) -> tuple[str, str]:
    """A cell as the same text in every language, and why it cannot be told which; other texts stay what they are."""
    given = text if isinstance(cell, str) else cell
    if kind in NUMBERS:
        return _plain_number(given, text, mark)
    if kind == QuestionType.DATE:
        day, why = plain_day(given, text, order)
        return (day.isoformat() if day else text), why
    if kind == QuestionType.MONTH and isinstance(cell, date):
        return cell.isoformat()[:7], ""
    if kind == QuestionType.TIME and isinstance(cell, time):
        return f"{cell:%H:%M}", ""
    return text, ""


def _plain_number(given: Cell, text: str, mark: Mark | None) -> tuple[str, str]:
    if not isinstance(given, (str, int, float)) or CLOCK.match(text):
        return text, ""
    found = read_number(given)
    if found.is_open and mark is None:
        return text, _("“%(text)s” can be two numbers. Say how the file writes numbers, and check it again.") % {
            "text": text[:40]
        }
    number = found.by(mark)
    return (text if number is None else f"{number:f}"), ""


def plain_day(given: Cell, text: str, order: Order | None) -> tuple[date | None, str]:
    found = read_day(given)
    if found.is_open and order is None:
        return None, _("“%(text)s” can be two days. Say how the file writes days, and check it again.") % {
            "text": text[:40]
        }
    return found.by(order), ""
