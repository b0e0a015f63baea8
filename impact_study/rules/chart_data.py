"""A chart's specification as JSON keeps it, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from core.charts import ChartSpec, Kind, Order

CELLS = {"hidden", "hidden_too"}


def chart_as_data(spec: ChartSpec) -> dict[str, Any]:
    return {each.name: _plain(getattr(spec, each.name)) for each in fields(spec)}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted([list(cell) for cell in value])
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, int | float) else str(value)


def chart_from_data(data: Mapping[str, Any]) -> ChartSpec:
    told = {name: _tuples(value) for name, value in data.items()}
    told |= {name: frozenset(map(tuple, data[name])) for name in CELLS}
    told |= {"kind": Kind(data["kind"]), "order": Order(data["order"])}
    if day := data["as_of"]:
        told["as_of"] = date.fromisoformat(day)
    return ChartSpec(**told)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(each) for each in value) if isinstance(value, list) else value
