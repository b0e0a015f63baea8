"""The figures and tables of a report as a workbook: real numbers, real dates, and text that never calculates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from reports.outputs.archive_file import steady
from reports.rules.content import Document

HEAD = Font(bold=True, color="FFFFFF")
GROUND = PatternFill("solid", fgColor="0E4F5F")
WIDEST, LONGEST_NAME = 60, 31
_FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", Decimal: "#,##0.00", int: "#,##0", float: "#,##0.0"}


def print_xlsx(document: Document) -> bytes:
    book = Workbook(write_only=True)
    with translation.override(document.language):
        names = _Names()
        _sheet(book, names.take(_("Report")), (_("Item"), _("Entry")), _cover(document))
        _sheet(book, names.take(_("Figures")), _figure_head(), _figures(document))
        for part, table in document.tables():
            _sheet(book, names.take(f"{part.number} {table.title}"), table.head, table.rows, note=table.note)
    return steady(book.save)


def _cover(document: Document) -> Iterable[Sequence[Any]]:
    yield _("Project"), document.project
    yield _("Report"), f"{document.title}, {document.subtitle}"
    if document.is_preview:
        yield _("State"), _("Preview: the period is open and its figures may still change.")
    yield from document.facts
    yield _("Funding"), document.funding.statement
    yield _("Disclaimer"), document.funding.disclaimer


def _figure_head() -> Sequence[str]:
    return (
        _("Section"),
        _("What is counted"),
        _("Figure"),
        _("Target"),
        _("Share of the target"),
        _("Unit"),
        _("Source"),
    )


def _figures(document: Document) -> Iterable[Sequence[Any]]:
    for part, figure in document.figures():
        share = _Share(figure.value / figure.target) if figure.target and not isinstance(figure.value, str) else None
        yield part.heading, figure.label, figure.value, figure.target, share, figure.unit, figure.source


class _Share(float):
    """Printed as a percentage."""


class _Names:
    """Names of sheets: allowed letters, not too long, none twice."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def take(self, wanted: str) -> str:
        clean = "".join(" " if letter in "[]:*?/\\" else letter for letter in wanted).strip("' ")[:LONGEST_NAME]
        name, number = clean, 1
        while name.lower() in self.taken:
            number += 1
            name = f"{clean[: LONGEST_NAME - 4]} ({number})"
        self.taken.add(name.lower())
        return name


def _sheet(book: Workbook, name: str, head: Sequence[str], rows: Iterable[Sequence[Any]], *, note: str = "") -> None:
    known = [list(row) for row in rows]
    sheet: Any = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(_widths(head, known), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([_head_cell(sheet, title) for title in head])
    for row in known:
        sheet.append([_cell(sheet, value) for value in row])
    if note:
        sheet.append([])
        sheet.append([_cell(sheet, note)])


def _widths(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    columns = [[title, *(row[index] for row in rows if index < len(row))] for index, title in enumerate(head)]
    return [min(WIDEST, max(10, *(len(str(value or "")) + 2 for value in column))) for column in columns]


def _head_cell(sheet: Any, title: str) -> Cell:
    cell = _cell(sheet, title)
    cell.font, cell.fill = HEAD, GROUND
    return cell


def _cell(sheet: Any, value: Any) -> Cell:
    if value is None or isinstance(value, bool):
        return WriteOnlyCell(sheet, value)
    if isinstance(value, int | float | Decimal | date):
        if isinstance(value, datetime) and timezone.is_aware(value):
            value = timezone.make_naive(value)
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "0.0%" if isinstance(value, _Share) else _FORMATS[type(value)]
        return cell
    return _text(sheet, ILLEGAL_CHARACTERS_RE.sub("", str(value)))


def _text(sheet: Any, value: str) -> Cell:
    """A string, whatever it begins with."""
    cell: Any = WriteOnlyCell(sheet, "")
    cell._value = value  # the setter would read "=" as a formula
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=len(value) > WIDEST, vertical="top")
    if value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        cell.quotePrefix = True
    return cast("Cell", cell)
