"""Rows that are written in great numbers and never read back: appended and changed by one plain statement each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import batched
from typing import Any

from django.db import connection, models

CHUNK = 500


def append(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows with these columns; the others must have a default in the database or may be empty."""
    kept = {field.name: str(field.column) for field in model._meta.concrete_fields}
    named = ", ".join(connection.ops.quote_name(kept[name]) for name in columns)
    place = f"({', '.join(['%s'] * len(columns))})"
    into = f"INSERT INTO {model._meta.db_table} ({named}) VALUES"
    with connection.cursor() as cursor:
        for some in batched(rows, CHUNK, strict=False):
            values = [_stored(value) for row in some for value in row]
            cursor.execute(f"{into} {', '.join([place] * len(some))}", values)


def change(model: type[models.Model], keys: Collection[int], **values: Any) -> None:
    """Set columns, named as in the database, of the rows with these keys."""
    told = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in values)
    with connection.cursor() as cursor:
        for some in batched(keys, CHUNK, strict=False):
            among = ", ".join(["%s"] * len(some))
            statement = f"UPDATE {model._meta.db_table} SET {told} WHERE id IN ({among})"  # noqa: S608 - our own names
            cursor.execute(statement, [*map(_stored, values.values()), *some])


def _stored(value: Any) -> Any:
    """Days as the database wants them; everything else is text, a number or nothing."""
    return connection.ops.adapt_datefield_value(value) if hasattr(value, "isoformat") else value
