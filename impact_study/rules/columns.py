"""Answers as typed columns. Polars is heavy: only what workers load imports this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

import polars as pl

from impact_study.enums import Missing, QuestionType, WaveKind
from impact_study.rules.codebook import NUMBERS, ONE_OF, SEVERAL
from impact_study.rules.variables import Codebook, VariableKind
from network.enums import RespondentGroup

MISSING = pl.Enum([str(reason) for reason in Missing])
FACTS: dict[str, pl.DataType | type[pl.DataType]] = {
    "wave": pl.Enum([str(kind) for kind in WaveKind]),
    "group": pl.Enum([str(group) for group in RespondentGroup]),
    "partner": pl.String,
    "country": pl.String,
    "language": pl.String,
    "organisation": pl.String,
    "code": pl.String,
    "day": pl.Date,
    "seconds": pl.Int64,
}
"""What every answer sheet knows beside its answers. `code` links the answers of one respondent within the snapshot."""


def type_of(variable: Mapping[str, Any]) -> pl.DataType | type[pl.DataType]:
    kind = QuestionType(variable["type"])
    codes = [choice["code"] for choice in variable["choices"] if not choice["missing"]]
    if kind in ONE_OF and codes:
        return pl.Enum([*codes, *(["other"] if variable["other"] and "other" not in codes else [])])
    if kind in SEVERAL:
        return pl.List(pl.String)
    return pl.Float64 if kind in NUMBERS or kind == QuestionType.COMPUTED else pl.String


def frame(book: Mapping[str, Any], sheets: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """A piece of the snapshot. A sheet holds the facts, `answers` and `missing` as they are stored.

    A question that was not part of a sheet's questionnaire has neither an answer nor a reason.
    """
    columns = [pl.Series(name, [sheet[name] for sheet in sheets], dtype=kind) for name, kind in FACTS.items()]
    known: dict[frozenset[str], _Given] = {}
    for variable in book["variables"]:
        groups = frozenset(variable["groups"])
        if groups not in known:
            known[groups] = _given([sheet if sheet["group"] in groups else _EMPTY for sheet in sheets])
        columns += _series(variable, known[groups])
    return pl.DataFrame(columns)


def for_analysis(table: pl.DataFrame, known: Codebook) -> pl.DataFrame:
    """The answers of scales as their values."""
    scales = [
        pl.col(code).replace_strict(values, default=None, return_dtype=pl.Float64).alias(code)
        for code, variable in known.items()
        if table.schema[code] != pl.Float64
        and (
            values := {choice.code: choice.value for choice in variable.choices if variable.kind is VariableKind.SCALE}
        )
    ]
    return table.with_columns(scales)


_EMPTY: Mapping[str, Any] = {"answers": {}, "missing": {}}


@dataclass(frozen=True)
class _Given:
    """What the sheets of some groups hold, gathered once for all their questions; `without` names what is missing."""

    answers: Sequence[Mapping[str, Any]]
    missing: Sequence[Mapping[str, str]]
    without: frozenset[str]


def _given(sheets: Sequence[Mapping[str, Any]]) -> _Given:
    missing = [sheet["missing"] for sheet in sheets]
    return _Given([sheet["answers"] for sheet in sheets], missing, frozenset().union(*missing))


def _series(variable: Mapping[str, Any], given: _Given) -> list[pl.Series]:
    code, column = variable["code"], variable["column"]
    kind = type_of(variable)
    values = [answers.get(code) for answers in given.answers]
    if variable["type"] == QuestionType.FILE:
        values = [value and len(value) for value in values]
    made = [
        pl.Series(column, _fitting(values, kind), dtype=kind, strict=False),
        _reasons(f"{column}__missing", code, given),
    ]
    if variable["other"]:
        other = [answers.get(f"{code}__other") for answers in given.answers]
        made.append(pl.Series(f"{column}__other", other, dtype=pl.String, strict=False))
    return made


def _reasons(name: str, code: str, given: _Given) -> pl.Series:
    if code not in given.without:
        return pl.Series(name, [None], dtype=MISSING).new_from_index(0, len(given.missing))
    return pl.Series(name, [missing.get(code) for missing in given.missing], dtype=MISSING, strict=False)


def _fitting(values: list[Any], kind: Any) -> list[Any]:
    """Stored answers as the column takes them; what was stored in another shape is no answer."""
    if kind == pl.Float64:
        return [float(value) if isinstance(value, int | float) else None for value in values]
    if kind == pl.List(pl.String):
        return [list(map(str, value)) if isinstance(value, list) else None for value in values]
    if set(map(type, values)) <= {str, NoneType}:
        return values
    return [value if value is None or isinstance(value, str) else str(value) for value in values]
