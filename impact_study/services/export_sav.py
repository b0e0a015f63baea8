"""Answers as an SPSS file with labels in one language. Loads Polars and pyreadstat: for workers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from impact_study.enums import Missing
from impact_study.models import Study
from impact_study.rules.codebook import NUMBERS, ONE_OF
from impact_study.rules.exporting import FACTS, LAST, Column, cell, choice_label, columns_of
from impact_study.rules.result_words import ABSENCES, told
from impact_study.rules.sav_names import VALUE_BYTES, VARIABLE_BYTES, cut, legal_names
from impact_study.services.codebooks import codebook_of
from impact_study.services.export_csv import sheets_of

USER_MISSING = {Missing.DONT_KNOW: 9997, Missing.NOT_APPLICABLE: 9998, Missing.PREFER_NOT_TO_SAY: 9999}
"""The format has room for three; who was not shown a question or gave no answer is missing without a reason."""


def write_sav(study: Study, path: Path, language: str) -> list[str]:
    """Writes the file and answers what was shortened or left out on the way."""
    import polars as pl
    import pyreadstat

    columns = columns_of(codebook_of(study))
    names = legal_names([*FACTS, *(column.name for column in columns), LAST])
    data: dict[str, list[Any]] = {name: [] for name in names}
    for sheet in sheets_of(study):
        for fact in (*FACTS, LAST):
            data[fact].append(sheet[fact])
        for column in columns:
            data[column.name].append(value_of(column, sheet))
    numeric = {column.name for column in columns if is_numeric(column)} | {"version", LAST}
    frame = pl.DataFrame(
        {names[name]: pl.Series(values, dtype=pl.Float64 if name in numeric else pl.String, strict=False)
         for name, values in data.items()}
    )  # fmt: skip
    report: list[str] = [_("“Not shown” and “no answer” are both empty in this format.")]
    labels = {names[column.name]: shortened(column.label(language), VARIABLE_BYTES, report) for column in columns}
    values = {names[column.name]: value_labels(column, language, report) for column in columns if is_numeric(column)}
    pyreadstat.write_sav(
        frame, str(path), column_labels={**{names[fact]: fact for fact in (*FACTS, LAST)}, **labels},
        variable_value_labels={name: told for name, told in values.items() if told},
        missing_ranges={names[column.name]: list(USER_MISSING.values()) for column in columns if is_numeric(column)},
        variable_measure={names[column.name]: measure(column) for column in columns},
    )  # fmt: skip
    return report


def is_numeric(column: Column) -> bool:
    return not column.is_text and bool(
        column.choice or column.variable["type"] in ONE_OF or column.variable["type"] in NUMBERS
    )


def codes_of(variable: Mapping[str, Any]) -> dict[str, float]:
    """The number of each answer: its own where all have whole ones, else its place."""
    choices = [choice for choice in variable["choices"] if not choice["missing"]]
    values = [choice["value"] for choice in choices]
    own = None not in values and len(set(values)) == len(values)
    found = {choice["code"]: float(choice["value"] if own else place) for place, choice in enumerate(choices, 1)}
    if variable["other"]:
        found.setdefault("other", max(found.values(), default=0) + 1)
    return found


def value_of(column: Column, sheet: Mapping[str, Any]) -> Any:
    value = cell(column, sheet)
    if not is_numeric(column):
        return value if isinstance(value, str) else str(value)
    if isinstance(value, str) and value in USER_MISSING:
        return float(USER_MISSING[Missing(value)])
    if isinstance(value, int | float):
        return float(value)
    return codes_of(column.variable).get(str(value)) if column.variable["type"] in ONE_OF else None


def value_labels(column: Column, language: str, report: list[str]) -> dict[int | float, str]:
    labels: dict[int | float, str] = {}
    if column.variable["type"] in ONE_OF:
        for code, number in codes_of(column.variable).items():
            label = choice_label(column.variable, code, language) or code
            labels[number] = shortened(label, VALUE_BYTES, report)
    for reason, number in USER_MISSING.items():
        labels[float(number)] = cut(told(ABSENCES, str(reason)), VALUE_BYTES)
    return labels


def measure(column: Column) -> str:
    if column.variable["type"] in NUMBERS:
        return "scale"
    ordered: Sequence[Any] = [choice["value"] for choice in column.variable["choices"] if not choice["missing"]]
    return "ordinal" if len(ordered) > 2 and None not in ordered and not column.choice else "nominal"


def shortened(label: str, most: int, report: list[str]) -> str:
    short = cut(label, most)
    if short != label:
        report.append(_("Shortened: %(label)s") % {"label": label})
    return short
