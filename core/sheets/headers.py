"""Which row holds the headings, also when titles stand above it or it takes two rows."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from core.sheets.values import Cell, Merge, Row

LOOK_AT = 50
HEADING_LENGTH = 70
DAY = re.compile(r"^\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?\.?$")


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """First and last header row counted from 0 (-1: none), and how many headings were expected ones."""

    first: int
    last: int
    known: int
    certain: bool


def find_header(
    rows: Sequence[Row], merges: Sequence[Merge], *, known: Callable[[str], bool], given: int | None = None
) -> HeaderPlace:
    """The best row for a header among the first ones; a given one (1 is the first, 0 none) is believed."""
    if given is not None:
        expected = _known_cells(rows[given - 1], known) if 0 < given <= len(rows) else 0
        return _both_rows(rows, merges, given - 1, expected, certain=True, known=known)
    counts = [_known_cells(row, known) for row in rows[:LOOK_AT]]
    best = max(range(len(counts)), key=lambda index: (counts[index], -index), default=-1)
    if best >= 0 and (counts[best] >= 2 or (counts[best] == 1 and _lonely(rows, best))):
        return _both_rows(rows, merges, best, counts[best], certain=True, known=known)
    return HeaderPlace(*_first_row_of_words(rows), known=0, certain=False)


def _known_cells(row: Row, known: Callable[[str], bool]) -> int:
    return sum(isinstance(cell, str) and len(cell) <= HEADING_LENGTH and known(cell) for cell in row)


def _lonely(rows: Sequence[Row], index: int) -> bool:
    """One expected heading is enough where all its neighbours look like headings too, or are days."""
    return all(_like_heading(cell) or _like_day(cell) for cell in rows[index] if cell is not None)


def _like_day(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and bool(DAY.match(cell)))


def _like_heading(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= HEADING_LENGTH and "@" not in cell and sum(map(str.isdigit, cell)) < 3


def _first_row_of_words(rows: Sequence[Row]) -> tuple[int, int]:
    """Without one expected heading: the first row as wide as the others that holds only words."""
    widths = sorted(sum(cell is not None for cell in row) for row in rows if any(row))
    usual = widths[len(widths) // 2] if widths else 0
    for index, row in enumerate(rows[:LOOK_AT]):
        filled = [cell for cell in row if cell is not None]
        if filled and len(filled) >= 0.7 * usual:
            return (index, index) if all(map(_like_heading, filled)) else (-1, -1)
    return -1, -1


def _both_rows(
    rows: Sequence[Row],
    merges: Sequence[Merge],
    best: int,
    count: int,
    *,
    certain: bool,
    known: Callable[[str], bool],
) -> HeaderPlace:
    """Add the row above or below when merged cells show that both make one header."""
    if best < 0:
        return HeaderPlace(-1, -1, 0, certain=certain)
    if best + 1 < len(rows) and _belongs_below(rows, merges, best):
        return HeaderPlace(best, best + 1, count, certain=certain)
    if best > 0 and _belongs_above(rows, merges, best):
        return HeaderPlace(best - 1, best, count, certain=certain)
    return HeaderPlace(best, best, count, certain=certain)


def _belongs_below(rows: Sequence[Row], merges: Sequence[Merge], best: int) -> bool:
    wide = [merge for merge in merges if merge.top == merge.bottom == best and merge.right > merge.left]
    under = [index for index, cell in enumerate(rows[best + 1]) if cell is not None]
    return len(under) >= 2 and all(any(m.left <= index <= m.right for m in wide) for index in under)


def _belongs_above(rows: Sequence[Row], merges: Sequence[Merge], best: int) -> bool:
    above = [merge for merge in merges if merge.top == best - 1]
    if any(merge.bottom == best for merge in above):
        return True
    return any(merge.right > merge.left for merge in above) and sum(c is not None for c in rows[best - 1]) >= 2


def header_text(rows: Sequence[Row], merges: Sequence[Merge], place: HeaderPlace, column: int) -> str:
    """The heading of a column; of two rows both, `Company` above `Name` being another thing than `Name`."""
    if place.first < 0:
        return ""
    upper, lower = (_heading(rows, merges, index, column) for index in (place.first, place.last))
    return upper if upper == lower else f"{upper} {lower}".strip()


def _heading(rows: Sequence[Row], merges: Sequence[Merge], index: int, column: int) -> str:
    for merge in merges:
        if merge.top <= index <= merge.bottom and merge.left <= column <= merge.right:
            index, column = merge.top, merge.left
            break
    cell = rows[index][column] if column < len(rows[index]) else None
    return " ".join(str(cell).split()) if cell is not None else ""
