"""The sheets of a form: read under the limits of every upload, then checked by pyxform. For workers only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Any

from django.utils.translation import gettext as _
from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform

from core.problems import Problem, ProblemsFound
from core.sheets.reading import read_workbook
from core.sheets.values import Cell, Row, Sheet, Workbook

NAMES = ("survey", "choices", "settings")
ROW = re.compile(r"^\[row : (\d+)\]\s*")
MOST_ROWS = 3000


@dataclass(frozen=True)
class FormRow:
    """One row with something in it: its number as the sheet counts, and its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass
class FormSheet:
    name: str
    headings: list[str] = field(default_factory=list)
    rows: list[FormRow] = field(default_factory=list)


@dataclass(frozen=True)
class Form:
    """The sheets as written, and the tree that pyxform makes of them."""

    sheets: dict[str, FormSheet]
    tree: dict[str, Any]
    warnings: tuple[str, ...]
    other_sheets: tuple[str, ...]


def read_form(data: bytes, name: str) -> Form:
    """Raises ProblemsFound for what is no form, with sheet and row where they are known."""
    book = read_workbook(data, name=name)
    sheets = _csv_sheets(book) if book.kind == "csv" else _office_sheets(book)
    problems = [problem for sheet in sheets.values() for problem in _heading_problems(sheet)]
    if "survey" not in sheets or not sheets["survey"].rows:
        message = _("There is no sheet “survey” with questions.")
        problems.append(
            Problem("no_survey", message, remedy=_("An XLSForm keeps its questions in a sheet of that name."))
        )
    if sum(len(sheet.rows) for sheet in sheets.values()) > MOST_ROWS:
        problems.append(Problem("too_many_rows", _("A form may have %(most)d rows.") % {"most": MOST_ROWS}))
    if problems:
        raise ProblemsFound(problems)
    warnings: list[str] = []
    others = () if book.kind == "csv" else tuple(s.name for s in book.sheets if s.rows and _known(s) is None)
    return Form(sheets, _checked(sheets, PurePath(name).stem or "form", warnings), tuple(warnings), others)


def _known(sheet: Sheet) -> str | None:
    name = sheet.name.strip().lower()
    return name if name in NAMES else None


def _office_sheets(book: Workbook) -> dict[str, FormSheet]:
    found: dict[str, FormSheet] = {}
    for sheet in book.sheets:
        if (name := _known(sheet)) and sheet.rows:
            found[name] = _form_sheet(name, [(place, row) for place, row in enumerate(sheet.rows, start=1)])
    return found


def _csv_sheets(book: Workbook) -> dict[str, FormSheet]:
    """In a text file the first column names the sheet, and a sheet's first row holds its headings."""
    parts: dict[str, list[tuple[int, Row]]] = {}
    current = ""
    for place, row in enumerate(book.sheets[0].rows, start=1):
        first = _text(row[0]).strip().lower() if row else ""
        current = first or current
        if current in NAMES and any(cell is not None for cell in row[1:]):
            parts.setdefault(current, []).append((place, row[1:]))
    return {name: _form_sheet(name, rows) for name, rows in parts.items()}


def _form_sheet(name: str, rows: Sequence[tuple[int, Row]]) -> FormSheet:
    filled = [(place, [_text(cell) for cell in row]) for place, row in rows if any(cell is not None for cell in row)]
    if not filled:
        return FormSheet(name)
    headings = [heading.strip() for heading in filled[0][1]]
    sheet = FormSheet(name, headings)
    for place, texts in filled[1:]:
        cells = {heading: text for heading, text in zip(headings, texts, strict=False) if heading and text}
        if cells:
            sheet.rows.append(FormRow(place, cells))
    return sheet


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (date, datetime, time)):
        return cell.isoformat()
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()


def _heading_problems(sheet: FormSheet) -> list[Problem]:
    named = [heading.lower() for heading in sheet.headings if heading]
    twice = sorted({heading for heading in named if named.count(heading) > 1})
    message = _("The sheet “%(sheet)s” has two columns “%(column)s”.")
    return [
        Problem("column_twice", message % {"sheet": sheet.name, "column": heading}, field=sheet.name, row=1)
        for heading in twice
    ]


def _checked(sheets: dict[str, FormSheet], name: str, warnings: list[str]) -> dict[str, Any]:
    parts: dict[str, Any] = {"sheet_names": list(sheets)}
    for part, sheet in sheets.items():
        parts[part] = [dict(row.cells) for row in sheet.rows]
        parts[f"{part}_header"] = [dict.fromkeys(heading for heading in sheet.headings if heading)]
    try:
        return workbook_to_json(get_xlsform(parts), fallback_form_name=name, warnings=warnings)
    except PyXFormError as error:
        raise ProblemsFound([_refused(str(error), sheets)]) from error
    except Exception as error:  # whatever a strange form does to the reader, its author gets an answer
        raise ProblemsFound([Problem("form_broken", _("This form cannot be read."))]) from error


def _refused(why: str, sheets: dict[str, FormSheet]) -> Problem:
    """The reader counts the filled rows; people count all rows of the sheet."""
    sheet = "choices" if "choices" in why and "survey" not in why and "not in choices" not in why else "survey"
    row = ROW.match(why)
    rows = sheets[sheet].rows if sheet in sheets else []
    place = int(row[1]) - 2 if row else -1
    return Problem(
        "form_refused",
        _("The form is not a valid XLSForm: %(why)s") % {"why": ROW.sub("", why)},
        field=sheet,
        row=rows[place].number if 0 <= place < len(rows) else None,
    )
