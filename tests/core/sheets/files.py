"""Spreadsheets made in the test that shows them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P


def xlsx(*sheets: Iterable[Sequence[object]], names: Sequence[str] = (), merges: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"Sheet{number + 1}")
        for row in rows:
            sheet.append(list(row))
        if number == 0:
            for merge in merges:
                sheet.merge_cells(merge)
    return saved(book)


def saved(book: object) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: Iterable[Sequence[object]], *, merged_down: dict[tuple[int, int], int] | None = None) -> bytes:
    """`merged_down` says for (row, column) how many rows the cell covers."""
    merged_down = merged_down or {}
    covered = {(row + i, column) for (row, column), rows_ in merged_down.items() for i in range(1, rows_)}
    document = OpenDocumentSpreadsheet()
    table = Table(name="Tab")
    for number, row in enumerate(rows):
        line = TableRow()
        for column, value in enumerate(row):
            if (number, column) in covered:
                line.addElement(CoveredTableCell())
                continue
            more = {}
            if span := merged_down.get((number, column)):
                more = {"numberrowsspanned": span, "numbercolumnsspanned": 1}
            cell = TableCell(valuetype="string", **more) if value is not None else TableCell()
            if value is not None:
                cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    return saved(document)


def archive(members: dict[str, bytes], *, level: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", level) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part more (or one twice)."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, content)
    return out.getvalue()
