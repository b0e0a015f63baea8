"""Counts of closed answers, many questions in one pass over the columns they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from impact_study.rules.responses import Responses, choice_tests
from impact_study.rules.variables import Variable, VariableKind

UNDECLARED = "undeclared"


@dataclass(frozen=True)
class Tally:
    """`base` counts people with a valid answer."""

    counts: dict[str, int]
    base: int
    missing: dict[str, int]


def count_answers(responses: Responses, variables: Sequence[Variable]) -> dict[str, Tally]:
    """By code. A value that the codebook does not declare is counted as undeclared, never lost."""
    if not variables:
        return {}
    frame = responses.frame
    tests = [
        equals.sum().alias(f"{variable.code}\0{choice}")
        for variable in variables
        for choice, equals in choice_tests(variable).items()
    ]
    valid = [pl.col(variable.code).count() for variable in variables]
    row = frame.lazy().select(*tests, *valid).collect().row(0, named=True)
    return {variable.code: _tally(responses, variable, row) for variable in variables}


def _tally(responses: Responses, variable: Variable, row: dict[str, int]) -> Tally:
    counts = {choice.code: row[f"{variable.code}\0{choice.code}"] for choice in variable.choices}
    base, total = row[variable.code], sum(counts.values())
    if variable.kind is not VariableKind.MULTIPLE and total < base:
        counts[UNDECLARED] = base - total
    return Tally(counts, base, responses.missing(variable.code) if base < len(responses) else {})
