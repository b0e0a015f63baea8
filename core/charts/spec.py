"""What a chart says, as plain data: one specification becomes drawing in page and PDF, table and CSV."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise

type Text = str | Promise
type Cell = tuple[int, int]


class Kind(StrEnum):
    """What a row of values holds: one figure a series, or the figures named here in this order."""

    AGREEMENT = "agreement"  # answers counted, from strong disagreement to strong agreement
    DIVERGING = "diverging"  # the same, drawn around the middle answer
    BARS = "bars"
    GROUPED = "grouped"
    BULLET = "bullet"  # reached, target, expected by now
    LINE = "line"  # categories are moments
    SLOPE = "slope"  # before, after
    DOTS = "dots"  # figure, low end, high end, and a target if there is one
    HISTOGRAM = "histogram"  # categories are neighbouring ranges
    MAP = "map"  # categories are countries, their ISO codes in `codes`


class Order(StrEnum):
    GIVEN = "given"
    LARGEST_FIRST = "largest_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """`values` has a row for each category and in it a figure for each series; None is "not known".

    `hidden` are the (row, column) cells under the minimum, `hidden_too` those that would tell them by
    subtraction: whoever knows the data decides both, and no renderer prints them.
    `bounds` are the figures from which a map's next darker level begins; without them countries are marked.
    """

    kind: Kind
    title: Text
    categories: tuple[Text, ...]
    series: tuple[Text, ...]
    values: tuple[tuple[float | None, ...], ...]
    statement: Text = ""
    unit: Text = ""
    decimals: int | None = None
    n: int | None = None
    missing: int | None = None
    row_n: tuple[int | None, ...] = ()
    note: Text = ""
    source: Text = ""
    as_of: date | None = None
    order: Order = Order.GIVEN
    hidden: frozenset[Cell] = frozenset()
    hidden_too: frozenset[Cell] = frozenset()
    minimum: int = 5
    codes: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.values) != len(self.categories):
            raise ValueError("A chart needs one row of values for each category.")
        if any(len(row) != len(self.series) for row in self.values):
            raise ValueError("A chart needs one value for each series in every row.")
        if self.row_n and len(self.row_n) != len(self.categories):
            raise ValueError("A chart that names n by row needs it for each category.")
        if self.kind == Kind.MAP and len(self.codes) != len(self.categories):
            raise ValueError("A map needs the code of each country.")

    def is_hidden(self, row: int, column: int) -> bool:
        return (row, column) in self.hidden or (row, column) in self.hidden_too

    @property
    def hides_something(self) -> bool:
        return bool(self.hidden or self.hidden_too)

    def value(self, row: int, column: int) -> float | None:
        """The figure that may be shown: None where it is unknown, hidden, or no number at all."""
        value = self.values[row][column] if column < len(self.series) else None
        if value is None or self.is_hidden(row, column) or not math.isfinite(value):
            return None
        return value

    def shown(self) -> Iterator[float]:
        """Every figure that may be shown."""
        for row in range(len(self.categories)):
            for column in range(len(self.series)):
                if (value := self.value(row, column)) is not None:
                    yield value

    def rows(self) -> list[int]:
        """The rows in the order in which they are drawn and listed."""
        rows = list(range(len(self.categories)))
        if self.order == Order.LARGEST_FIRST:
            rows.sort(key=lambda row: -math.inf if (value := self.value(row, 0)) is None else value, reverse=True)
        return rows

    def base(self, row: int) -> float:
        """What the parts of a row are shares of: its n, or what can be seen of it if that is more."""
        total = sum(max(self.value(row, column) or 0.0, 0.0) for column in range(len(self.series)))
        whole = 100 if str(self.unit) == "%" else (self.row_n[row] if self.row_n else 0)
        return max(total, whole or 0)

    def share(self, row: int, column: int) -> float | None:
        """The part of its row a figure makes, between 0 and 1."""
        value, base = self.value(row, column), self.base(row)
        return max(value, 0) / base if value is not None and base else None

    @property
    def places(self) -> int:
        """Decimal places of its figures: as told, else one if any figure is broken."""
        if self.decimals is not None:
            return self.decimals
        return int(any(value != int(value) for value in self.shown()))
