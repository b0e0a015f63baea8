"""Days as people type them.

Whether day or month stands first is decided once for a file, never per cell; between points the day is first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from math import isfinite
from typing import Literal

from babel import Locale
from django.conf import settings

from core.sheets.values import Cell
from core.text import fold

type Order = Literal["dmy", "mdy"]

ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
FIGURES = re.compile(
    r"^(?:[^\W\d]+\.?,? +)?"  # a day of the week
    r"(\d{1,2})([./\- ]{1,2})(\d{1,2})[./\- ]{1,2}(\d{4}|\d{2})"
    r"\.?(?: ?r\.?)?(?:,? +\d{1,2}[:.h]\S*.*)?$"  # the Polish "r." and a time
)
PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
WORDS = re.compile(r"[^\W_]+")
SERIAL_START = date(1899, 12, 30)
SERIALS = range(10_000, 80_000)


@dataclass(frozen=True, slots=True)
class DayRead:
    """What a cell may mean: one day, or two when the order of day and month is not known."""

    dmy: date | None
    mdy: date | None

    @property
    def is_open(self) -> bool:
        return self.dmy is not None and self.mdy is not None and self.dmy != self.mdy

    def by(self, order: Order | None) -> date | None:
        """The day; an order that makes no day gives way to the other only where no order is known."""
        if order:
            return self.dmy if order == "dmy" else self.mdy
        return None if self.is_open else self.dmy or self.mdy


NO_DAY = DayRead(None, None)


def read_day(cell: Cell) -> DayRead:
    """Every day a cell can mean; none when it is not a day."""
    if isinstance(cell, datetime):
        return _sure(cell.date())
    if isinstance(cell, date):
        return _sure(cell)
    if isinstance(cell, bool) or cell is None:
        return NO_DAY
    if isinstance(cell, (int, float)):
        return _from_number(cell)
    return _from_text(" ".join(cell.split())) if isinstance(cell, str) else NO_DAY


def _sure(day: date | None) -> DayRead:
    return DayRead(day, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year + _century(year), month, day)
    except ValueError:
        return None


def _century(year: int) -> int:
    return 0 if year > 99 else 2000 if year < 70 else 1900


def _from_number(number: float) -> DayRead:
    if not isfinite(number):
        return NO_DAY
    if int(number) in SERIALS:
        return _sure(SERIAL_START + timedelta(days=int(number)))
    if packed := PACKED.match(str(int(number)) if float(number).is_integer() else ""):
        return _sure(_day(*map(int, packed.groups())))
    return NO_DAY


def _from_text(text: str) -> DayRead:
    if len(text) > 60:
        return NO_DAY
    if iso := ISO.match(text):
        return _sure(_day(*map(int, iso.groups())))
    if figures := FIGURES.match(text):
        sign = figures[2]
        first, second, year = int(figures[1]), int(figures[3]), int(figures[4])
        if "." in sign:  # points are only written after the day and the month
            return _sure(_day(year, second, first))
        return DayRead(_day(year, second, first), _day(year, first, second))
    if re.fullmatch(r"\d{5}(\.\d+)?|\d{8}", text):
        return _from_number(float(text))
    return _sure(_from_words(text))


def _from_words(text: str) -> date | None:
    """`14 de marzo de 2018`, `March 14, 2018`, `14. března 2018`: one month by name and two numbers."""
    words = WORDS.findall(fold(text))
    months = {_months()[word] for word in words if word in _months()}
    numbers = [word for word in (re.sub(r"(?<=\d)(st|nd|rd|th|er|o|a)$", "", w) for w in words) if word.isdecimal()]
    if len(months) != 1 or len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    return _day(int(year), months.pop(), int(day)) if len(day) <= 2 and len(year) in (2, 4) else None


@cache
def _months() -> dict[str, int]:
    """Names of months in every interface language, whole and short, without marks."""
    names: dict[str, int] = {}
    for code, _name in settings.LANGUAGES:
        months = Locale.parse(code).months
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[use][width].items():
                    word = fold(name).strip(". ")
                    if not word.isdecimal():
                        names.setdefault(word, number)
    return names


def day_order(cells: Iterable[Cell]) -> Order | None:
    """The order that the whole file settles; None when nothing does, or its rows contradict each other."""
    orders: set[Order] = set()
    for cell in cells:
        if isinstance(cell, str):
            read = read_day(cell)
            if read.dmy and not read.mdy:
                orders.add("dmy")
            elif read.mdy and not read.dmy:
                orders.add("mdy")
    return orders.pop() if len(orders) == 1 else None


def days_within(text: str) -> list[str]:
    """The parts of a longer text that look like days: `Fecha: 14/03/2018, Lugar: …`."""
    return re.findall(
        r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? (?:de )?[^\W\d]+ (?:de )?\d{4}", text
    )
