"""The operators: what each makes of its parts. Three-valued: None is "not known"."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from impact_study.rules.logic.patterns import BadPatternError, covers
from impact_study.rules.logic.values import Value, both, day, either, equal, kind, months_between, number

type Deed = Callable[..., Value]


class Operator(NamedTuple):
    """A deed and how many parts it takes at least and at most."""

    deed: Deed
    least: int
    most: int | None


def _not(truth: Value) -> Value:
    return not truth if isinstance(truth, bool) else None


def _different(first: Value, second: Value) -> Value:
    return _not(equal(first, second))


def _ordered(holds: Callable[[int], bool]) -> Deed:
    def compare(first: Value, second: Value) -> Value:
        if kind(first) != kind(second) or kind(first) not in ("number", "text"):
            return None
        return holds((first > second) - (first < second))  # type: ignore[operator]  # two numbers or two texts

    return compare


def _is_in(value: Value, listed: Value) -> Value:
    if value is None or not isinstance(listed, tuple):
        return None
    return either(equal(value, part) for part in listed)


def _selected(answer: Value, choice: Value) -> Value:
    if not isinstance(choice, str) or not isinstance(answer, (str, tuple)):
        return None
    return choice in answer if isinstance(answer, tuple) else answer == choice


def _count(answer: Value) -> Value:
    if isinstance(answer, tuple):
        return float(len(answer))
    return 1.0 if isinstance(answer, str) else None


def _if(truth: Value, yes: Value, no: Value) -> Value:
    return (yes if truth else no) if isinstance(truth, bool) else None


def _coalesce(*values: Value) -> Value:
    return next((value for value in values if value is not None), None)


def _counted(deed: Callable[[list[float]], float]) -> Deed:
    def of_numbers(*values: Value) -> Value:
        numbers = [value for value in values if isinstance(value, float)]
        return number(deed(numbers)) if len(numbers) == len(values) else None

    return of_numbers


def _sum(numbers: list[float]) -> float:
    total = 0.0
    for one in numbers:
        total += one  # in this order, as the browser adds
    return total


def _less(numbers: list[float]) -> float:
    return -numbers[0] if len(numbers) == 1 else numbers[0] - numbers[1]


def _divided(numbers: list[float]) -> float:
    return numbers[0] / numbers[1] if numbers[1] else math.nan


def _length(value: Value) -> Value:
    return float(len(value)) if isinstance(value, (str, tuple)) else None


def _matches(text: Value, pattern: Value) -> Value:
    if not isinstance(text, str) or not isinstance(pattern, str):
        return None
    try:
        return covers(pattern, text)
    except BadPatternError:
        return None


def _date_diff(later: Value, earlier: Value, unit: Value = "days") -> Value:
    last, first = day(later), day(earlier)
    if last is None or first is None:
        return None
    if unit == "days":
        return float((last - first).days)
    if unit not in ("months", "years"):
        return None
    months = months_between(last, first)
    return float(months if unit == "months" else int(months / 12))


OPERATORS: dict[str, Operator] = {
    "and": Operator(lambda *truths: both(truths), 1, None),
    "or": Operator(lambda *truths: either(truths), 1, None),
    "not": Operator(_not, 1, 1),
    "=": Operator(equal, 2, 2),
    "!=": Operator(_different, 2, 2),
    "<": Operator(_ordered(lambda sign: sign < 0), 2, 2),
    "<=": Operator(_ordered(lambda sign: sign <= 0), 2, 2),
    ">": Operator(_ordered(lambda sign: sign > 0), 2, 2),
    ">=": Operator(_ordered(lambda sign: sign >= 0), 2, 2),
    "in": Operator(_is_in, 2, 2),
    "list": Operator(lambda *values: values, 0, None),
    "selected": Operator(_selected, 2, 2),
    "count_selected": Operator(_count, 1, 1),
    "is_missing": Operator(lambda value: value is None, 1, 1),
    "if": Operator(_if, 3, 3),
    "coalesce": Operator(_coalesce, 1, None),
    "+": Operator(_counted(_sum), 1, None),
    "-": Operator(_counted(_less), 1, 2),
    "*": Operator(_counted(math.prod), 1, None),
    "/": Operator(_counted(_divided), 2, 2),
    "min": Operator(_counted(min), 1, None),
    "max": Operator(_counted(max), 1, None),
    "length": Operator(_length, 1, 1),
    "matches": Operator(_matches, 2, 2),
    "date_diff": Operator(_date_diff, 2, 3),
}
