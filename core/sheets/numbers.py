"""Numbers as people type them. Whether a comma divides decimals or thousands is decided once for a column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal

from core.sheets.values import Cell

type Mark = Literal[",", "."]

SHAPE = re.compile(r"^[^\w\-+−.,]*([-+−]?[\d.,'’\s]*\d)[^\d]{0,12}$")
CLOCK = re.compile(r"^(\d{1,4})\s*[:h]\s*([0-5]\d)\s*(?:m|min)?$", re.IGNORECASE)
THOUSANDS = re.compile(r"^[-+]?[1-9]\d{0,2}[.,]\d{3}$")


@dataclass(frozen=True, slots=True)
class NumberRead:
    """What a cell may mean when the comma, or when the point, divides the decimals."""

    comma: Decimal | None
    point: Decimal | None

    @property
    def is_open(self) -> bool:
        return self.comma is not None and self.point is not None and self.comma != self.point

    def by(self, mark: Mark | None) -> Decimal | None:
        if mark:
            return self.comma if mark == "," else self.point
        return None if self.is_open else self.comma if self.comma is not None else self.point


NO_NUMBER = NumberRead(None, None)


def read_number(cell: Cell) -> NumberRead:
    """Every number a cell can mean; a unit after it (`160 h`) and hours as `1:30` are understood."""
    if isinstance(cell, bool) or cell is None:
        return NO_NUMBER
    if isinstance(cell, (int, float)):
        return _sure(_decimal(repr(cell)))
    if isinstance(cell, timedelta):
        return _sure(_hours(cell.total_seconds()))
    if isinstance(cell, time):
        return _sure(_hours(cell.hour * 3600 + cell.minute * 60))
    return _from_text(cell.strip()) if isinstance(cell, str) and len(cell) <= 60 else NO_NUMBER


def _sure(number: Decimal | None) -> NumberRead:
    return NumberRead(number, number)


def _hours(seconds: float) -> Decimal:
    return (Decimal(int(seconds)) / 3600).quantize(Decimal("0.01"))


def _from_text(text: str) -> NumberRead:
    if clock := CLOCK.match(text):
        return _sure(_hours(int(clock[1]) * 3600 + int(clock[2]) * 60))
    shape = SHAPE.match(text)
    if not shape:
        return NO_NUMBER
    digits = re.sub(r"['’\s]", "", shape[1]).replace("−", "-")
    if THOUSANDS.match(digits):
        return NumberRead(_with_mark(digits, ","), _with_mark(digits, "."))
    if mark := _only_mark(digits):
        return _sure(_with_mark(digits, mark))
    return _sure(_decimal(digits))


def _only_mark(digits: str) -> Mark | None:
    """The decimal sign that the digits themselves give away."""
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        return "," if digits.rfind(",") > digits.rfind(".") else "."
    if commas + points == 1:
        return "," if commas else "."
    return "." if commas else "," if points else None


def _with_mark(digits: str, mark: Mark) -> Decimal | None:
    other = "." if mark == "," else ","
    whole, _, rest = digits.partition(mark)
    if other in rest or mark in rest or not _well_grouped(whole, other):
        return None
    return _decimal(f"{whole.replace(other, '')}.{rest or '0'}")


def _well_grouped(whole: str, sign: str) -> bool:
    first, *groups = whole.lstrip("+-").split(sign)
    return all(len(group) == 3 for group in groups) and (not groups or 1 <= len(first) <= 3)


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def decimal_mark(cells: Iterable[Cell]) -> Mark | None:
    """The decimal sign that a column settles; None when nothing does, or its cells contradict each other."""
    marks: set[Mark] = set()
    for cell in cells:
        if isinstance(cell, str) and (shape := SHAPE.match(cell.strip())):
            digits = re.sub(r"['’\s]", "", shape[1])
            if not THOUSANDS.match(digits) and (mark := _only_mark(digits)):
                marks.add(mark)
    return marks.pop() if len(marks) == 1 else None
