"""What an analysis hands over: figures as data, or the reason why there are none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Self

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule

MINIMUM_FOR_TESTS = 10
"""Per group or pairs; below it there are descriptions only."""
LEVEL = 0.95


@dataclass(frozen=True)
class Interval:
    """From where to where a figure may lie, at 95 %."""

    low: float
    high: float
    level: float = LEVEL

    @classmethod
    def around(cls, middle: float, reach: float) -> Self:
        return cls(middle - reach, middle + reach)


@dataclass(frozen=True, kw_only=True)
class Result:
    """Carried by everything that was computed. `n` counts people, not answers."""

    method: Method
    rule: Rule
    n: int
    missing: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Caution, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """As JSON holds it. NaN and infinity never leave: such a figure is null, and a warning says so."""
        data = {"result": _snake_case(type(self).__name__), **_plain_fields(self)}
        if any(_has_no_value(getattr(self, each.name)) for each in fields(self) if each.repr):
            data["warnings"] = [*data["warnings"], str(Caution.FIGURE_LEFT_OUT)]
        return data


@dataclass(frozen=True, kw_only=True)
class NotComputed:
    """Stands where a figure would: "not computed, because"."""

    because: Because
    n: int
    method: Method | None = None
    rule: Rule | None = None
    missing: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Caution, ...] = ()
    needed: int | None = None

    def as_data(self) -> dict[str, Any]:
        return {"result": "not_computed", **_plain_fields(self)}


def plain(value: Any) -> Any:
    """Dataclasses, tuples and NumPy figures as JSON holds them."""
    if isinstance(value, Result | NotComputed):
        return value.as_data()
    if is_dataclass(value) and not isinstance(value, type):
        return _plain_fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [plain(each) for each in value]
    return _plain_number(value)


def _plain_number(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    figure = value.item() if hasattr(value, "item") else value
    return None if _has_no_value(figure) else figure


def _has_no_value(figure: Any) -> bool:
    return isinstance(figure, float) and not math.isfinite(figure)


def _plain_fields(thing: Any) -> dict[str, Any]:
    """What a dataclass does not show of itself (a weight for each response) stays out."""
    return {each.name: plain(getattr(thing, each.name)) for each in fields(thing) if each.repr}


def _snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
