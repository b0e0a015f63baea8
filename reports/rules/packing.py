"""A document as JSON and back, so that an approved report keeps what it said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from django.utils.functional import Promise

from core.charts import ChartSpec, Kind, Order
from network.reporting import Figure, Table
from reports.rules.content import Chart, Document, Figures, Funding, Note, Part, Words

_CLASSES: dict[str, type] = {
    each.__name__: each
    for each in (Chart, ChartSpec, Document, Figure, Figures, Funding, Note, Part, Table, Words, Kind, Order)
}
_PLAIN: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "decimal": Decimal,
}


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def pack(value: Any) -> Any:
    """Only what JSON knows; what it does not know carries the name of its kind under "is"."""
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return {"is": type(value).__name__, "of": value.value}
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {each.name: pack(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, datetime | date):
        return {"is": "datetime" if isinstance(value, datetime) else "date", "of": value.isoformat()}
    if isinstance(value, Decimal):
        return {"is": "decimal", "of": str(value)}
    if isinstance(value, frozenset | set):
        return {"is": "set", "of": sorted((pack(item) for item in value), key=str)}
    if isinstance(value, list | tuple):
        return [pack(item) for item in value]
    return str(value) if isinstance(value, Promise) else value


def unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(unpack(item) for item in value)
    if not isinstance(value, dict):
        return value
    kind = value["is"]
    if kind in _PLAIN:
        return _PLAIN[kind](value["of"])
    if kind == "set":
        return frozenset(unpack(item) for item in value["of"])
    if "of" in value:
        return _CLASSES[kind](value["of"])
    return _CLASSES[kind](**{name: unpack(item) for name, item in value.items() if name != "is"})


def content_hash(packed: Any, *, extra: str = "") -> str:
    """The same for the same packed content, whenever and wherever it is printed."""
    canonical = json.dumps(packed, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(f"{extra}|{canonical}".encode()).hexdigest()
