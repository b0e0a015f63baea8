"""Sheets that we hand out: streamed, with real numbers and days, and no text that acts as a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
MARK = "'"
CSV_START = "\ufeff"
CELL_TEXT = 32_767


def inert(value: object) -> object:
    """A value whose text no spreadsheet takes for a formula. Numbers and days stay what they are."""
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        return MARK + value
    return value


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]], *, delimiter: str = ",") -> Iterator[str]:
    """Lines to stream, the first one with the mark by which office programs see UTF-8."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    yield CSV_START
    for number, row in enumerate(_with_header(header, rows), 1):
        writer.writerow([inert(_plain(value)) for value in row])
        if number % 100 == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _with_header(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield header
    yield from rows


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, (date, time)) else value


def write_xlsx(
    target: IO[bytes] | Path, header: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = ""
) -> None:
    """One sheet, written row by row, its header fixed in view."""
    write_book(target, [(title, header, rows)])


def write_book(
    target: IO[bytes] | Path, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]]
) -> None:
    """Several sheets, each a title, a header and rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, header, rows in sheets:
        sheet = book.create_sheet(sheet_title(title))
        sheet.freeze_panes = "A2"
        for row in _with_header(header, rows):
            sheet.append([_cell(sheet, value) for value in row])
    book.save(target)


def sheet_title(title: str) -> str:
    """What an office program takes as the name of a tab."""
    return "".join(" " if sign in r"[]:*?/\\" else sign for sign in title).strip("' ")[:31] or "1"


def _cell(sheet: Any, value: object) -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if not isinstance(value, str):
        return value if value is None or isinstance(value, (bool, int, float, Decimal, date, time)) else str(value)
    text = ILLEGAL_CHARACTERS_RE.sub("", value)[:CELL_TEXT]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = inert(text) != text  # office programs keep it a text when the cell is edited
    return cell
