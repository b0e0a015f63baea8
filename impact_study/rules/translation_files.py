"""Translations as files for translators: CSV for spreadsheets, PO for their tools."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po
from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.enums import TextState
from impact_study.rules.texts import DONE, Standing

HEADER = ("key", "source", "text", "state")
LARGEST = 5_000_000


@dataclass(frozen=True)
class Line:
    """One text as a file says it."""

    key: str
    source: str
    text: str
    state: str = ""


def csv_rows(standings: Iterable[Standing]) -> list[Sequence[str]]:
    return [(row.key, row.source, row.text, row.shown_state) for row in standings]


def po_bytes(standings: Iterable[Standing], *, language: str, name: str) -> bytes:
    """Each text under its key as context; what nobody reviewed is marked fuzzy."""
    catalog = Catalog(locale=None, project=name, charset="utf-8", fuzzy=False)
    catalog.header_comment = f"# {name} · {language}"
    for row in standings:
        if row.source:
            flags = ["fuzzy"] if row.text and (row.state not in DONE or row.is_outdated) else []
            catalog.add(row.source, row.text, context=row.key, flags=flags)
    out = io.BytesIO()
    write_po(out, catalog, width=0)
    return out.getvalue()


def read_file(content: bytes) -> list[Line]:
    """The lines of a CSV or PO file; which it is its content tells. Raises ProblemsFound."""
    if len(content) > LARGEST:
        raise ProblemsFound([Problem("file_large", _("The file is larger than 5 MB."), field="file")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as unreadable:
        raise ProblemsFound([_unreadable()]) from unreadable
    if text.lstrip().startswith(("#", "msgid", "msgctxt")):
        return _from_po(content)
    return _from_csv(text)


def _from_po(content: bytes) -> list[Line]:
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True, ignore_obsolete=True)
    except (PoFileError, ValueError) as broken:
        raise ProblemsFound([_unreadable()]) from broken
    return [
        Line(message.context, str(message.id), str(message.string), TextState.DRAFT if message.fuzzy else "")
        for message in catalog
        if message.context
    ]


def _from_csv(text: str) -> list[Line]:
    try:
        dialect = csv.Sniffer().sniff(text[:4000], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    rows = csv.DictReader(io.StringIO(text), dialect=dialect)
    try:
        names = rows.fieldnames or []
        if not {"key", "text"} <= set(names):
            message = _("The first line of the file must name the columns key, source, text and state.")
            raise ProblemsFound([Problem("header", message, field="file")])
        return [
            Line(row["key"] or "", row.get("source") or "", row["text"] or "", row.get("state") or "") for row in rows
        ]
    except csv.Error as broken:
        raise ProblemsFound([_unreadable()]) from broken


def _unreadable() -> Problem:
    return Problem("unreadable", _("The file is neither a CSV nor a PO file in UTF-8."), field="file")
