"""Rows of several tables written together, for what very many people send at once."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models, transaction
from django.db.models.sql import InsertQuery


def insert_together(*rows: models.Model) -> None:
    """All rows or none. PostgreSQL gets one statement, which is a transaction by itself: one way there and back.

    Keys that the database gives are not read back. The rows do not refer to each other.
    """
    statements = [_insertion(row) for row in rows]
    if connection.vendor == "postgresql":
        statements = [_joined(statements)]
    alone = len(statements) == 1 and not connection.in_atomic_block
    with nullcontext() if alone else transaction.atomic(), connection.cursor() as cursor:
        for statement, values in statements:
            cursor.execute(statement, values)


def _insertion(row: models.Model) -> tuple[str, Sequence[Any]]:
    """As Django writes it, with every column but a key that the database gives."""
    meta = row._meta
    fields = [field for field in meta.concrete_fields if field is not meta.auto_field]
    query = InsertQuery(type(row))
    query.insert_values(fields, [row])
    ((statement, values),) = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return statement, values


def _joined(statements: Sequence[tuple[str, Sequence[Any]]]) -> tuple[str, Sequence[Any]]:
    *others, last = [statement for statement, _values in statements]
    named = ", ".join(f"row_{number} AS ({other})" for number, other in enumerate(others))
    return f"WITH {named} {last}", [value for _statement, values in statements for value in values]
