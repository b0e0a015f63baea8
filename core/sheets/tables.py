"""Where the list lies in a sheet: its header, its rows, and what around it is no row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from core.sheets.headers import HeaderPlace, find_header, header_text
from core.sheets.leftovers import is_blank, is_note, is_total
from core.sheets.letters import column_letters
from core.sheets.values import Cell, Merge, Row, Sheet

type Known = Callable[[str], bool]


@dataclass(slots=True)
class TableRow:
    """One record, with the number of its row in the file (of its column, where a list lies on its side)."""

    number: int
    cells: Row
    sheet: str = ""


@dataclass(slots=True)
class Column:
    """One column that holds anything: its letters in the file, its heading, and the first few values."""

    index: int
    letters: str
    header: str
    samples: list[str]


@dataclass(slots=True)
class Table:
    """A list as found. `certain` is false when a person should confirm where the header is."""

    sheet: str
    columns: list[Column]
    rows: list[TableRow]
    header_row: int
    certain: bool
    above: list[str] = field(default_factory=list)
    blank_rows: int = 0
    repeated_headers: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    on_its_side: bool = False


def find_table(sheet: Sheet, *, known: Known, header_row: int | None = None, numbered: bool = True) -> Table:
    """The list of a sheet. `known` says whether a text is a heading one would expect.

    A header row given by a person (0: there is none) is believed. Where lines are not `numbered`, a number alone in
    its row is a record and not the printed number of an empty line.
    """
    rows, merges = sheet.rows, sheet.merges
    place = find_header(rows, merges, known=known, given=header_row)
    sideways = False
    if header_row is None and (turned := _turned(rows, place, known)):
        rows, merges, sideways = turned, [_turn(merge) for merge in merges], True
        place = find_header(rows, merges, known=known, given=1)
    headers = [header_text(rows, merges, place, column) for column in range(_width(rows))]
    table = Table(
        sheet=sheet.name,
        columns=[],
        rows=[],
        header_row=place.first + 1,
        certain=place.certain,
        above=_texts(rows[: max(place.first, 0)]),
        on_its_side=sideways,
    )
    _sort_rows(table, rows, merges, place, headers, numbered=numbered)
    table.columns = _columns(headers, table.rows)
    return table


def _width(rows: Sequence[Row]) -> int:
    return max((len(row) for row in rows), default=0)


def _texts(rows: Sequence[Row]) -> list[str]:
    return [shown(cell) for row in rows for cell in row if cell is not None]


def _sort_rows(
    table: Table, rows: list[Row], merges: list[Merge], place: HeaderPlace, headers: list[str], *, numbered: bool
) -> None:
    folded = [header.casefold() for header in headers]
    filled_down = _filled_down(rows, merges, place.last)
    for index in range(place.last + 1, len(rows)):
        row, number = rows[index], index + 1
        if is_blank(row, numbered=numbered):
            table.blank_rows += 1
        elif _repeats(row, folded):
            table.repeated_headers.append(number)
        elif is_total(row):
            table.totals.append(number)
        elif is_note(row, width=sum(map(bool, headers)) or len(headers)):
            table.notes.append(number)
        else:
            table.rows.append(TableRow(number, filled_down.get(index, row), table.sheet))


def _repeats(row: Row, folded: list[str]) -> bool:
    """A header printed again in the middle: nearly all filled cells say what the header says."""
    pairs = [(shown(cell).casefold(), folded[i] if i < len(folded) else "") for i, cell in enumerate(row) if cell]
    same = sum(text == header for text, header in pairs if header)
    return same >= 2 and same >= 0.8 * len(pairs)


def _filled_down(rows: list[Row], merges: list[Merge], last: int) -> dict[int, Row]:
    """Rows under a cell that is merged downwards carry its value as well."""
    filled: dict[int, Row] = {}
    for merge in merges:
        if merge.top <= last or merge.bottom == merge.top or merge.top >= len(rows):
            continue
        value = _at(rows[merge.top], merge.left)
        for index in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
            row = filled.setdefault(index, list(rows[index]))
            row.extend([None] * (merge.left + 1 - len(row)))
            row[merge.left] = value
    return filled


def _at(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _columns(headers: list[str], rows: list[TableRow]) -> list[Column]:
    columns = []
    for index, header in enumerate(headers):
        values = (_at(row.cells, index) for row in rows[:200])
        samples = [shown(value) for value in values if value is not None][:5]
        if header or samples:
            columns.append(Column(index, column_letters(index + 1), header, samples))
    return columns


def _turned(rows: list[Row], place: HeaderPlace, known: Known) -> list[Row] | None:
    """The rows turned round, when the headings run down a column rather than along a row."""
    if len(rows) > 60 or place.known >= 3:
        return None
    for column in range(min(3, _width(rows))):
        headings = [cell for row in rows if isinstance(cell := _at(row, column), str)]
        if sum(map(known, headings)) >= max(3, place.known + 1, len(headings) // 2):
            kept = [row for row in rows if isinstance(_at(row, column), str)]
            return [[_at(row, index) for row in kept] for index in range(column, _width(rows))]
    return None


def _turn(merge: Merge) -> Merge:
    return Merge(merge.left, merge.top, merge.right, merge.bottom)


def shown(cell: Cell) -> str:
    """A cell as a person would type it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10g}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)
