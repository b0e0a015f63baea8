"""The answers of a snapshot as columns: filtered, with what is missing counted by reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from impact_study.enums import Missing
from impact_study.rules.statistics.columns import Floats, Groups
from impact_study.rules.variables import NUMERIC, Codebook, Variable, VariableKind

MISSING = "__missing"


@dataclass(frozen=True)
class Responses:
    """A row per response, a column per question, `<code>__missing` beside it."""

    frame: pl.DataFrame
    codebook: Codebook

    def __len__(self) -> int:
        return self.frame.height

    def knows(self, code: str) -> bool:
        return code in self.codebook and code in self.frame.columns

    def has_column(self, name: str) -> bool:
        return name in self.frame.columns

    def only(self, **wanted: Iterable[str]) -> Responses:
        """Rows that have one of the wanted values in each column; a column without wanted values asks nothing."""
        asked = {column: list(values) for column, values in wanted.items() if values}
        if not asked:
            return self
        tests = [pl.col(column).cast(pl.String).is_in(values) for column, values in asked.items()]
        return replace(self, frame=self.frame.filter(*tests))

    def with_columns_of(self, *names: str) -> Responses:
        """Only the named columns that there are, each with its reasons."""
        wanted = dict.fromkeys(name for each in names for name in (each, each + MISSING) if self.has_column(name))
        return replace(self, frame=self.frame.select(*wanted))

    def rows(self, places: pl.Series) -> Responses:
        return replace(self, frame=self.frame[places])

    def parts(self, column: str) -> Iterator[tuple[str, Responses]]:
        """The rows of each value of a column, in its order; rows without a value are in no part."""
        if not self.has_column(column):
            return
        for value in self.frame[column].drop_nulls().cast(pl.String).unique().sort():
            yield value, replace(self, frame=self.frame.filter(pl.col(column).cast(pl.String) == value))

    def numbers(self, code: str) -> Floats:
        """A yes or no is 1 or 0."""
        variable = self.codebook[code]
        if variable.kind in NUMERIC:
            return self.frame[code].cast(pl.Float64).to_numpy().copy()
        told = self.frame[code].cast(pl.String)
        return told.is_in(list(variable.yes)).cast(pl.Float64).to_numpy().copy()

    def groups(self, column: str) -> Groups:
        told = self.frame[column].cast(pl.String)
        names = told.drop_nulls().unique().sort()
        numbers = told.replace_strict(names, range(len(names)), default=-1, return_dtype=pl.Int64).fill_null(-1)
        return Groups(tuple(names), numbers.to_numpy())

    def labelled(self, column: str) -> pl.Expr:
        """A column as texts; the values of a scale under the codes of their choices."""
        variable = self.codebook.get(column)
        if variable is None or variable.kind is not VariableKind.SCALE:
            return pl.col(column).cast(pl.String)
        names = {choice.value: choice.code for choice in variable.choices if choice.value is not None}
        return pl.col(column).cast(pl.Float64).replace_strict(names, default=None, return_dtype=pl.String)

    def in_order(self, column: str, found: Collection[str]) -> list[str]:
        """Choices as the codebook orders them, others by name."""
        variable = self.codebook.get(column)
        declared = [choice.code for choice in variable.choices] if variable else []
        return [code for code in declared if code in found] + sorted(set(found) - set(declared))

    def choice_columns(self, variable: Variable) -> dict[str, Floats]:
        """For each choice 1 or 0, NaN without an answer."""
        picked = self.frame.lazy().select(**choice_tests(variable)).collect()
        return {name: picked[name].cast(pl.Float64).to_numpy().copy() for name in picked.columns}

    def missing(self, code: str) -> dict[str, int]:
        hole = self.frame[code].is_null()
        return counted(self.reasons(code).filter(hole)) if hole.any() else {}

    def reasons(self, code: str) -> pl.Series:
        """A reason for each row, also where nothing is missing."""
        name, unstated = code + MISSING, Missing.NO_ANSWER.value
        if self.has_column(name):
            return self.frame[name].cast(pl.String).fill_null(unstated)
        return pl.Series([unstated], dtype=pl.String).new_from_index(0, len(self))

    def missing_in_any(self, *codes: str) -> dict[str, int]:
        """Rows that lack one of several answers, each under the first reason found."""
        if len(set(codes)) == 1:
            return self.missing(codes[0])
        told = pl.Series([None] * len(self), dtype=pl.String)
        for code in codes:
            told = told.fill_null(self.reasons(code).set(self.frame[code].is_not_null(), None))
        return counted(told.drop_nulls())


def choice_tests(variable: Variable) -> dict[str, pl.Expr]:
    column = pl.col(variable.code)
    if variable.kind is VariableKind.MULTIPLE:
        return {choice.code: column.list.contains(choice.code) for choice in variable.choices}
    if variable.kind is VariableKind.SCALE:
        return {choice.code: column == choice.value for choice in variable.choices}
    return {choice.code: column == choice.code for choice in variable.choices}


def counted(reasons: pl.Series) -> dict[str, int]:
    counts = reasons.fill_null(Missing.NO_ANSWER.value).alias("reason").value_counts().sort("reason")
    return {reason: int(count) for reason, count in counts.iter_rows()}


def missing_of(reasons: Mapping[str, int], *, plus: Mapping[str, int]) -> dict[str, int]:
    names = sorted({*reasons, *plus})
    return {name: reasons.get(name, 0) + plus.get(name, 0) for name in names}
