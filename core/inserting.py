"""Rows of several tables written together, for what very many people send at once."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models, transaction

from core.prepared import Prepared


def insert_together(*rows: models.Model) -> None:
    """All rows or none. PostgreSQL gets one statement, which is a transaction by itself and is planned once.

    Keys that the database gives are not read back. The rows do not refer to each other.
    """
    if connection.vendor == "postgresql":
        with transaction.atomic() if connection.in_atomic_block else nullcontext():
            _joined(*map(type, rows)).rows(*(value for row in rows for value in _values(row)))
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            for row in rows:
                values = _values(row)
                cursor.execute(_insertion(type(row), ["%s"] * len(values)), values)


def insert_one(row: models.Model) -> None:
    """A row with its key, by a statement that is planned once: `save()` writes it anew each time, and sends signals."""
    ((row.pk,),) = _joined(type(row)).rows(*_values(row))
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _values(row: models.Model) -> list[Any]:
    here = connections[DEFAULT_DB_ALIAS]
    return [field.get_db_prep_save(field.pre_save(row, add=True), here) for field in _fields(type(row))]


@cache
def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Every column but a key that the database gives."""
    return [field for field in model._meta.concrete_fields if field is not model._meta.auto_field]


def _insertion(model: type[models.Model], places: list[str]) -> str:
    name = connection.ops.quote_name
    columns = ", ".join(name(str(field.column)) for field in _fields(model))
    return f"INSERT INTO {name(model._meta.db_table)} ({columns}) VALUES ({', '.join(places)})"  # noqa: S608  names of ours


@cache
def _joined(*written: type[models.Model]) -> Prepared:
    types: dict[str, str] = {}
    statements = []
    for place, model in enumerate(written):
        mine = {f"value_{place}_{field.column}": field.db_type(connection) or "" for field in _fields(model)}
        statements.append(_insertion(model, [f"%({name})s" for name in mine]))
        types |= mine
    *others, last = statements
    before = ", ".join(f"row_{place} AS ({each})" for place, each in enumerate(others))
    name = "_and_".join(("insert", *(model._meta.label_lower.replace(".", "_") for model in written)))
    return Prepared(name, f"{f'WITH {before} ' * bool(others)}{last} RETURNING {_key(written[-1])}", **types)


def _key(model: type[models.Model]) -> str:
    return connection.ops.quote_name(str(model._meta.pk.column))
