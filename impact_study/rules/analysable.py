"""What the variables of a codebook are to an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from impact_study.enums import QuestionType
from impact_study.rules.codebook import NUMBERS, ONE_OF
from impact_study.rules.variables import Choice, Codebook, Variable, VariableKind

AGREEMENT_FROM = 4
"""From so many ordered answers on, the two highest are told together."""
LONGEST_RATING = 11


def analysable(book: Mapping[str, Any]) -> Codebook:
    """By column; texts, days and rankings are not counted."""
    found = (variable_of(entry) for entry in book["variables"])
    return {variable.code: variable for variable in found if variable}


def variable_of(entry: Mapping[str, Any]) -> Variable | None:
    kind, code = QuestionType(entry["type"]), entry["column"]
    choices = tuple(Choice(each["code"], each["value"]) for each in entry["choices"] if not each["missing"])
    if kind in ONE_OF and choices:
        return _of_choices(code, choices)
    if kind in (QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE):
        return Variable(code, VariableKind.MULTIPLE, choices)
    if kind == QuestionType.RATING and (steps := _steps(entry)):
        return Variable(code, VariableKind.SCALE, steps, top=tuple(each.code for each in steps[-2:]))
    return Variable(code, VariableKind.NUMBER) if kind in NUMBERS or kind == QuestionType.COMPUTED else None


def _of_choices(code: str, choices: tuple[Choice, ...]) -> Variable:
    if {choice.code for choice in choices} == {"yes", "no"}:
        return Variable(code, VariableKind.YES_NO, choices, yes=("yes",))
    values = [choice.value for choice in choices]
    if len(choices) < 3 or None in values or len(set(values)) < len(values):
        return Variable(code, VariableKind.CHOICE, choices)
    ordered = sorted(choices, key=lambda choice: choice.value or 0)
    top = tuple(choice.code for choice in ordered[-2:]) if len(choices) >= AGREEMENT_FROM else ()
    return Variable(code, VariableKind.SCALE, choices, top=top)


def _steps(entry: Mapping[str, Any]) -> tuple[Choice, ...]:
    low, high = entry["low"], entry["high"]
    if low is None or high is None or not 1 < high - low < LONGEST_RATING or low != int(low):
        return ()
    return tuple(Choice(str(value), value) for value in range(int(low), int(high) + 1))
