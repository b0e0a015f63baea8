"""Answers as a workbook with their codebook and how they came about. Loads openpyxl: for workers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from core.labels import in_language
from core.sheets.export import write_book
from impact_study.models import Study
from impact_study.rules.exporting import columns_of, header
from impact_study.rules.result_words import ABSENCES
from impact_study.services.codebooks import codebook_of
from impact_study.services.export_csv import rows_of
from impact_study.services.methods import method_lines


def write_answers(study: Study, path: Path, language: str, *, labels: bool = False) -> None:
    """Three sheets: data, codebook, method. Texts never act as formulas; numbers stay numbers, also below zero."""
    book = codebook_of(study)
    columns = columns_of(book)
    with translation.override(language):
        codes = (_("Column"), _("Question"), _("Type"), _("Code"), _("Value"), _("Label"), _("Missing"), _("Asked"))
        sheets = [
            (_("Data"), header(columns), rows_of(study, columns, language if labels else "")),
            (_("Codebook"), codes, codebook_rows(book, language)),
            (_("Method"), (_("What"), _("How")), method_lines(study)),
        ]
        write_book(path, sheets)


def codebook_rows(book: Mapping[str, Any], language: str) -> Iterator[Sequence[object]]:
    """A row for each question, one for each of its choices, and the reasons for missing at the end."""
    for variable in book["variables"]:
        asked = ", ".join(variable["asked"])
        label = in_language(variable["label"], language)
        yield variable["column"], label, variable["type"], "", "", "", "", asked
        for choice in variable["choices"]:
            told = in_language(choice["label"], language)
            yield variable["column"], "", "", choice["code"], choice["value"], told, choice["missing"] or "", ""
    for reason, words in ABSENCES.items():
        yield "", "", "", reason, "", str(words), reason, ""
