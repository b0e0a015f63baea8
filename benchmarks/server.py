"""Databases of our own on the PostgreSQL server that `make test` would use as well."""

from __future__ import annotations

from contextlib import ExitStack

import psycopg2
from psycopg2 import sql

from tests.run.found import Found
from tests.run.postgresql import find_postgresql


def find_server(stack: ExitStack) -> str:
    """The address of the server, with the place of a database's name open; nothing where there is no server."""
    found = find_postgresql(stack)
    if not isinstance(found, Found):
        print(f"PostgreSQL is left out: {found.reason}")
        return ""
    front, _slash, name = found.address.rpartition("/")
    _name, question, words = name.partition("?")
    return f"{front}/{{name}}{question}{words}"


def make(server: str, name: str, *, anew: bool = False) -> None:
    """A database of that name, emptied if it is to be anew."""
    entrance = psycopg2.connect(server.format(name="postgres"))
    entrance.autocommit = True
    with entrance.cursor() as cursor:
        if anew:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if not cursor.fetchone():
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    entrance.close()
