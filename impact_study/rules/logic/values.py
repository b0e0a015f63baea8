"""What a tree may come to: a truth, a number, a text, a list, or nothing known (None)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import isfinite

type Value = bool | float | str | tuple[Value, ...] | None


def plain(given: object) -> Value:
    """A JSON value as the evaluator counts: numbers are floats as in a browser, what it cannot know is None."""
    if given is None or isinstance(given, (bool, str)):
        return given
    if isinstance(given, (int, float)):
        return number(given)
    return tuple(plain(part) for part in given) if isinstance(given, (list, tuple)) else None


def answer(given: object) -> Value:
    """An answer; an empty one is none."""
    value = plain(given)
    return None if value in ("", ()) else value


def number(given: float) -> float | None:
    try:
        counted = float(given)
    except OverflowError:
        return None
    return counted if isfinite(counted) else None


def kind(value: Value) -> str:
    if isinstance(value, bool):
        return "truth"
    return {float: "number", str: "text", tuple: "list"}.get(type(value), "missing")


def both(truths: Iterable[Value]) -> bool | None:
    """All of them: false as soon as one is false, unknown while one is unknown."""
    known = [truth if isinstance(truth, bool) else None for truth in truths]
    return False if False in known else None if None in known else True


def either(truths: Iterable[Value]) -> bool | None:
    known = [truth if isinstance(truth, bool) else None for truth in truths]
    return True if True in known else None if None in known else False


def equal(first: Value, second: Value) -> bool | None:
    """Unknown where one is missing; things of different kinds are never equal."""
    if first is None or second is None:
        return None
    if kind(first) != kind(second):
        return False
    if isinstance(first, tuple) and isinstance(second, tuple):
        return both(map(equal, first, second)) if len(first) == len(second) else False
    return first == second


def day(value: Value) -> date | None:
    """A day written `2019-02-05`, and only so."""
    if not isinstance(value, str) or len(value) != 10 or not value.isascii() or value[4] + value[7] != "--":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def months_between(later: date, earlier: date) -> int:
    """Whole months; the other way round they count below zero."""
    if later < earlier:
        return -months_between(earlier, later)
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
