"""Large CSV files straight from a query: constant memory, the first byte at once, on PostgreSQL by its own COPY."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Sequence
from typing import IO, Any

from django.db import connection
from django.db.models import QuerySet

from core.sheets.export import FORMULA_STARTS, MARK, csv_lines

PIECE = 64 * 1024
# Every value that COPY writes is quoted, and quotes within are doubled: a comma, a quote and one of these signs can
# only be the beginning of a value. (The end of the last value before a line break is none, because it is a number.)
OPENING = b',"'
# A plain number below zero is no formula.
FORMULA = re.compile(
    b',"(?!-\\d+(?:[.]\\d+)?")(?=(?: |\xc2\xa0)*(?:%s))'
    % b"|".join(re.escape(sign.encode()) for sign in FORMULA_STARTS)
)


def stream_csv(header: Sequence[str], rows: QuerySet[Any, tuple[Any, ...]]) -> Iterator[bytes]:
    """The heading and then a line for each row of a `values_list`, whose first and last columns are whole numbers."""
    if connection.vendor == "postgresql":
        yield "".join(csv_lines(header, ())).encode()
        yield from _inert(_copied(rows))
    else:
        yield from (piece.encode() for piece in csv_lines(header, rows.iterator()))


def _inert(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same with a mark before texts that a spreadsheet would take for formulas."""
    rest = b""
    for piece in pieces:
        whole = rest + piece
        cut = max(whole.rfind(OPENING), 0)
        rest = whole[cut:]
        if cut:
            yield FORMULA.sub(OPENING + MARK.encode(), whole[:cut])
    yield FORMULA.sub(OPENING + MARK.encode(), rest)


def _copied(rows: QuerySet[Any, tuple[Any, ...]]) -> Iterator[bytes]:
    """The server writes into one end of a pipe while the answer is read from the other."""
    statement, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        asked = cursor.mogrify(statement, values).decode()
    source, target = (os.fdopen(end, mode, PIECE) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
    copy = _Copy(f"COPY ({asked}) TO STDOUT WITH (FORMAT csv, FORCE_QUOTE *)", target)
    with source:
        try:
            while piece := source.read1(PIECE):  # type: ignore[attr-defined]
                yield piece
        except GeneratorExit:
            copy.cancel()
            raise
        finally:
            source.close()
            copy.join()
    if copy.failed:
        raise copy.failed


class _Copy(threading.Thread):
    """Runs one COPY on the connection of the request, which waits for it."""

    def __init__(self, statement: str, target: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._statement, self._target, self._connection = statement, target, connection.connection
        self.failed: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            with self._target, self._connection.cursor() as cursor:
                cursor.copy_expert(self._statement, self._target)
        except Exception as error:
            self.failed = error

    def cancel(self) -> None:
        """Whoever read has gone away."""
        self._connection.cancel()
