"""What the general reader leaves out of OpenDocument sheets: which cells are merged."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from core.sheets.values import Limits, Merge

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")


def merges_of(data: bytes, limits: Limits) -> list[list[Merge]]:
    """The merged blocks of every tab, in order; none where the part cannot be parsed."""
    tables: list[list[Merge]] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
            row = 0
            for _event, element in iterparse(content):
                if element.tag == f"{TABLE}table-row":
                    tables = tables or [[]]
                    tables[-1].extend(_row_merges(element, row, limits))
                    row += _times(element, "rows")
                    element.clear()
                elif element.tag == f"{TABLE}table":
                    tables.append([])
                    row = 0
    except (ParseError, DefusedXmlException, zipfile.BadZipFile, KeyError):
        return []
    return tables[:-1]


def _row_merges(row: Element, number: int, limits: Limits) -> Iterator[Merge]:
    column = 0
    for cell in row:
        if cell.tag not in CELLS:
            continue
        rows, columns = _spanned(cell, "rows"), _spanned(cell, "columns")
        if rows > 1 or columns > 1:
            bottom, right = min(number + rows, limits.rows) - 1, min(column + columns, limits.columns) - 1
            yield Merge(number, column, bottom, right)
        column += _times(cell, "columns")


def _spanned(cell: Element, what: str) -> int:
    return _number(cell.get(f"{TABLE}number-{what}-spanned"))


def _times(element: Element, what: str) -> int:
    return _number(element.get(f"{TABLE}number-{what}-repeated"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 1
