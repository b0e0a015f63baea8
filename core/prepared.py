"""Statements that the database plans, or that Django writes, once: asked often, that is most of their time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

AMONG = re.compile(r"= ANY\((%\(\w+\)s)\)")


class Prepared:
    """A statement with values written `%(name)s`; their types are PostgreSQL's. Its own name is its alone in the house.

    One value needs no type: a whole number, written `%(key)s`. A list stands in `= ANY(%(name)s)` on either database.
    """

    def __init__(self, name: str, statement: str, **types: str) -> None:
        self._name, self._types = name, types or {"key": "bigint"}
        self._embedded = AMONG.sub(r"IN (SELECT value FROM json_each(\1))", statement)
        self._numbered = statement
        for number, value in enumerate(self._types, 1):
            self._numbered = self._numbered.replace(f"%({value})s", f"${number}")

    def rows(self, *values: Any) -> Sequence[tuple[Any, ...]]:
        """The values in the order of their types."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                if not self._is_known():
                    cursor.execute(f"PREPARE {self._name} ({', '.join(self._types.values())}) AS {self._numbered}")
                    self._remember()
                cursor.execute(f"EXECUTE {self._name} ({', '.join(['%s'] * len(values))})", values)
            else:
                told = (json.dumps(value) if isinstance(value, list) else value for value in values)
                cursor.execute(self._embedded, dict(zip(self._types, told, strict=True)))
            return cursor.fetchall()

    def _is_known(self) -> bool:
        """Whether this connection knows it; one that was lost comes back as another object."""
        return getattr(connection, "prepared", {}).get(self._name) is connection.connection

    def _remember(self) -> None:
        house: Any = connection
        house.prepared = {**getattr(connection, "prepared", {}), self._name: connection.connection}


class Compiled[M: Model]:
    """A choice of rows whose SQL is written once: of a short statement asked often, writing it is most of the time.

    `build` makes the queryset of its values, which are compared with `=` alone; the examples say what they look like
    and differ from everything else in the statement. Rows have the columns that `only()` names and annotations as the
    database says them.
    """

    def __init__(self, build: Callable[..., QuerySet[M]], **examples: str | int) -> None:
        self._build, self._examples = build, examples
        self._written: dict[str, tuple[type[M], str, Sequence[Any]]] = {}

    def first(self, **values: str | int) -> M | None:
        model, statement, params = self._written.get(connection.vendor) or self._write()
        told = [values[param.name] if isinstance(param, Place) else param for param in params]
        return next(iter(model._default_manager.raw(statement, told)), None)

    def _write(self) -> tuple[type[M], str, Sequence[Any]]:
        rows = self._build(**self._examples)
        places = {example: Place(name) for name, example in self._examples.items()}
        statement, params = rows.query.sql_with_params()
        written = rows.model, statement, [places.get(param, param) for param in params]
        self._written[connection.vendor] = written
        return written


@dataclass(frozen=True)
class Place:
    """Where a value of that name goes."""

    name: str
