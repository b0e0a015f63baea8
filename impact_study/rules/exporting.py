"""Answers as rows of a sheet: one column a question, several choices one column each, reasons for missing as codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.labels import in_language
from core.problems import Problem
from impact_study.enums import QuestionType
from impact_study.rules.codebook import SEVERAL

FACTS = ("version", "wave", "group", "partner", "country", "language", "channel", "respondent")
"""Before the answers; after them `seconds`. The respondent's name holds within one file only."""
LAST = "seconds"
SHEET_ROWS, SHEET_COLUMNS = 1_048_576, 16_384
"""The edge of a sheet in XLSX, its heading included."""
type Sheet = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """One column of answers. `choice` is set where a question with several answers has a column for each."""

    name: str
    variable: Mapping[str, Any]
    choice: str = ""
    is_other: bool = False

    @property
    def code(self) -> str:
        return str(self.variable["code"])

    @property
    def is_text(self) -> bool:
        return self.is_other or self.variable["type"] in (QuestionType.TEXT, QuestionType.LONG_TEXT)

    @property
    def is_ranking(self) -> bool:
        return bool(self.choice) and self.variable["type"] == QuestionType.RANKING

    def label(self, language: str) -> str:
        told = in_language(self.variable["label"], language) or self.code
        if self.choice:
            return f"{told} – {choice_label(self.variable, self.choice, language)}"
        return f"{told} – …" if self.is_other else told


def columns_of(book: Mapping[str, Any]) -> list[Column]:
    return [column for variable in book["variables"] for column in _columns(variable)]


def _columns(variable: Mapping[str, Any]) -> Iterator[Column]:
    name = variable["column"]
    if variable["type"] in SEVERAL:
        codes = [choice["code"] for choice in variable["choices"] if not choice["missing"]]
        if variable["other"] and "other" not in codes:
            codes.append("other")
        yield from (Column(f"{name}__{code}", variable, code) for code in codes)
    else:
        yield Column(name, variable)
    if variable["other"]:
        yield Column(f"{name}__other_text", variable, is_other=True)


def header(columns: Iterable[Column]) -> list[str]:
    return [*FACTS, *(column.name for column in columns), LAST]


def row(columns: Sequence[Column], sheet: Sheet, language: str = "") -> list[object]:
    """With a language, labels stand for codes."""
    return [*(sheet[fact] for fact in FACTS), *(cell(column, sheet, language) for column in columns), sheet[LAST]]


def cell(column: Column, sheet: Sheet, language: str = "") -> object:
    """The answer, or the code of the reason why there is none. Whoever was not asked has neither."""
    if sheet["group"] not in column.variable["groups"]:
        return ""
    answers, code = sheet["answers"], column.code
    if column.is_other:
        return answers.get(f"{code}__other", "")
    value = answers.get(code)
    if value is None:
        return "" if column.is_text else sheet["missing"].get(code, "")
    if column.choice:
        return _of_several(column, value)
    if column.variable["type"] == QuestionType.FILE:
        return _number_of_files(len(value), language)
    if language and isinstance(value, str):
        return choice_label(column.variable, value, language) or value
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _of_several(column: Column, value: Any) -> object:
    chosen = value if isinstance(value, list) else [value]
    if column.is_ranking:
        return chosen.index(column.choice) + 1 if column.choice in chosen else ""
    return int(column.choice in chosen)


def _number_of_files(number: int, language: str) -> object:
    """Neither a name nor what is in them."""
    if not language:
        return number
    with translation.override(language):
        return ngettext("%(number)d file", "%(number)d files", number) % {"number": number}


def choice_label(variable: Mapping[str, Any], code: str, language: str) -> str:
    for choice in variable["choices"]:
        if choice["code"] == code:
            return in_language(choice["label"], language)
    return ""


def sheet_problems(rows: int, columns: int) -> list[Problem]:
    """What does not fit into one sheet of a workbook is not cut off in silence."""
    if rows + 1 <= SHEET_ROWS and columns <= SHEET_COLUMNS:
        return []
    message = _("The answers do not fit into a sheet, which ends at %(rows)d rows and %(columns)d columns.")
    return [
        Problem(
            "sheet_full", message % {"rows": SHEET_ROWS, "columns": SHEET_COLUMNS}, field="form",
            remedy=_("Take them as CSV."),
        )
    ]  # fmt: skip
