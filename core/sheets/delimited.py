"""Text tables: which sign divides the cells, and the rows themselves."""

import csv
import io
import re
import unicodedata
from collections import Counter

from core.problems import ProblemsFound
from core.sheets.bounds import too_many_columns, too_many_rows
from core.sheets.encoding import decode, sniff_encoding
from core.sheets.values import Cell, Limits, Sheet, Workbook

DELIMITERS = (";", "\t", ",", "|")
SAMPLE_LINES = 60
LINES_IN_A_CELL = 12
SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\x00"), None) | {0xA0: " ", 0x202F: " "}


def read_delimited(data: bytes, *, encoding: str, delimiter: str, limits: Limits) -> Workbook:
    """One sheet without a name; an empty encoding or delimiter is found out."""
    encoding = encoding or sniff_encoding(data)
    text = decode(data, encoding).replace("\r\n", "\n").replace("\r", "\n")
    if announced := SEPARATOR_LINE.match(text):
        text, delimiter = text[announced.end() :], delimiter or announced[1]
    delimiter = delimiter or sniff_delimiter(text)
    rows = _rows(text, delimiter, limits)
    return Workbook(kind="csv", sheets=[Sheet(name="", rows=rows)], encoding=encoding, delimiter=delimiter)


def sniff_delimiter(text: str) -> str:
    """The sign that divides most lines into the same number of cells, more than one."""
    lines = [line for line in text.split("\n", SAMPLE_LINES * 2)[: SAMPLE_LINES * 2] if line.strip()][:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: list[str], sign: str) -> float:
    widths = Counter(len(_split(line, sign)) for line in lines)
    widths.pop(1, None)
    if not widths:
        return 0.0
    width, times = widths.most_common(1)[0]
    return times / len(lines) + min(width, 20) / 1000


def _split(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:
        return line.split(sign)


def _rows(text: str, delimiter: str, limits: Limits) -> list[list[Cell]]:
    rows = _parse(text, delimiter, limits, quoting=csv.QUOTE_MINIMAL)
    swallowed = any(cell.count("\n") > LINES_IN_A_CELL for row in rows for cell in row if isinstance(cell, str))
    if swallowed:  # a lone quotation mark has eaten the lines after it
        rows = _parse(text, delimiter, limits, quoting=csv.QUOTE_NONE)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _parse(text: str, delimiter: str, limits: Limits, *, quoting: int) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    cells = 0
    lines = io.StringIO(text, newline="\n")
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    try:
        for raw in reader:
            rows.append([clean(cell) for cell in raw])
            cells += len(raw)
            if len(raw) > limits.columns and any(raw[limits.columns :]):
                raise ProblemsFound([too_many_columns(limits)])
            if len(rows) > limits.rows or cells > limits.cells:
                raise ProblemsFound([too_many_rows(limits)])
    except csv.Error:  # a cell beyond the reader's size: only a lone quotation mark makes one
        if quoting == csv.QUOTE_NONE:
            raise ProblemsFound([too_many_columns(limits)]) from None
        return _parse(text, delimiter, limits, quoting=csv.QUOTE_NONE)
    return rows


def clean(text: str) -> str | None:
    """The text as typed, composed, without invisible signs and outer blanks; None when nothing is left."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE)).strip() or None
