"""Statements that the database plans once a connection: for a long one on every page planning is most of the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection


class Prepared:
    """A statement with one whole number, written `%(key)s` wherever it stands. The name is its own in the house."""

    def __init__(self, name: str, statement: str) -> None:
        self._name, self._statement = name, statement

    def rows(self, key: int) -> Sequence[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                if not self._is_known():
                    numbered = self._statement.replace("%(key)s", "$1")
                    cursor.execute(f"PREPARE {self._name} (bigint) AS {numbered}")
                    self._remember()
                cursor.execute(f"EXECUTE {self._name} (%s)", [key])
            else:
                cursor.execute(self._statement, {"key": key})
            return cursor.fetchall()

    def _is_known(self) -> bool:
        """Whether this connection knows it; one that was lost comes back as another object."""
        return getattr(connection, "prepared", {}).get(self._name) is connection.connection

    def _remember(self) -> None:
        house: Any = connection
        house.prepared = {**getattr(connection, "prepared", {}), self._name: connection.connection}
