"""Step one: the file is read and kept with its hash, its rows are laid out. A file that is none is refused first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from core.sheets import ReadOptions, Sheet, Table, Workbook, find_table, read_workbook
from core.sheets.tables import shown
from core.sheets.values import Cell
from network.enums import EvidenceKind, ImportKind, ImportState
from network.models import ImportBatch, ImportRow, Occasion, Partner
from network.rules.columns.guessing import guess_columns
from network.rules.columns.matching import is_heading, sheet_language
from network.services.evidence import keep_evidence
from network.services.importing.memory import answers_of_earlier, remembered_fields

ALL_ALIKE = "*"
NEVER_KEPT = "identity_number"


@transaction.atomic
def open_import(
    *, partner: Partner, kind: ImportKind | str, upload: Any, by: User | None, occasion: Occasion | None = None,
    category: str = "", options: ReadOptions | None = None,
) -> ImportBatch:  # fmt: skip
    """Read a sheet for a partner. Raises ProblemsFound with the cause, before anything is stored."""
    data = upload.read()
    name = upload.name or ""
    book = read_workbook(data, name=name, options=options)
    original = keep_evidence(
        project=partner.project, partner=partner, upload=ContentFile(data, name), kind=EvidenceKind.SHEET, by=by
    )
    batch = ImportBatch(
        project=partner.project, partner=partner, kind=kind, original=original, occasion=occasion, started_by=by,
        encoding=book.encoding, delimiter=book.delimiter,
    )  # fmt: skip
    batch.answers = answers_of_earlier(batch) | ({"category": category} if category else {})
    batch.save()
    lay_out(batch, book)
    audit.record(
        "network.import.opened", target=batch, by=by, sha256=original.sha256, rows=batch.counts["file"]["rows"]
    )
    return batch


def read_again(batch: ImportBatch) -> None:
    """Lay the rows out anew after somebody settled tab, header, encoding or delimiter."""
    answers = batch.answers
    options = ReadOptions(answers.get("encoding", ""), answers.get("delimiter", ""))
    with batch.original.file.open("rb") as stored:
        book = read_workbook(stored.read(), name=batch.original.given_name, options=options)
    batch.encoding, batch.delimiter = book.encoding, book.delimiter
    batch.rows.all().delete()
    lay_out(batch, book)


def lay_out(batch: ImportBatch, book: Workbook) -> None:
    """Choose the tabs, guess the columns, write the rows as typed."""
    tables = _tables(book, batch.answers)
    chosen = _chosen(tables, batch)
    first = chosen[0]
    headings = [column.header for column in first.columns]
    guesses = guess_columns(
        first.columns, kind=batch.kind, remembered=remembered_fields(batch.partner, batch.kind, headings)
    )
    batch.sheet = ALL_ALIKE if len(chosen) > 1 else first.sheet
    batch.header_row = first.header_row
    batch.columns = [
        {
            "index": column.index, "letters": column.letters, "header": column.header, "samples": column.samples,
            "sureness": guesses[column.index].sureness,
        }
        for column in first.columns
    ]  # fmt: skip
    batch.mapping = {str(index): guess.field for index, guess in guesses.items() if guess.field}
    secret = {index for index, guess in guesses.items() if guess.field == NEVER_KEPT}
    for facts in batch.columns:
        facts["samples"] = [] if facts["index"] in secret else facts["samples"]
    batch.counts = {"file": _facts(tables, chosen, sheet_language(headings))}
    batch.state = ImportState.READ
    batch.save()
    ImportRow.objects.bulk_create(_rows(batch, chosen, secret), batch_size=1000)


def _tables(book: Workbook, answers: Mapping[str, str]) -> list[Table]:
    given = answers.get("header")
    header_row = int(given) if given and given.isdecimal() else None
    sheets = [sheet for sheet in book.sheets if not sheet.hidden and sheet.rows] or book.sheets
    tables = [find_table(sheet, known=is_heading, header_row=_within(sheet, header_row)) for sheet in sheets]
    tables = [table for table in tables if table.rows]
    if not tables:
        raise ProblemsFound([Problem("no_rows", _("There are headings, but no rows below them."))])
    return [table for table in tables if table.certain] or tables


def _within(sheet: Sheet, header_row: int | None) -> int | None:
    return header_row if header_row is None or header_row <= len(sheet.rows) else None


def _chosen(tables: Sequence[Table], batch: ImportBatch) -> list[Table]:
    """The tab a person named, else the longest list with all tabs of the same headings."""
    answer = batch.answers.get("sheet", "")
    if named := [table for table in tables if table.sheet == answer and answer != ALL_ALIKE]:
        return named
    longest = max(tables, key=lambda table: len(table.rows))
    return [table for table in tables if _alike(table, longest)]


def _alike(one: Table, other: Table) -> bool:
    return [(c.index, c.header) for c in one.columns if c.header] == [
        (c.index, c.header) for c in other.columns if c.header
    ]


def _facts(tables: Sequence[Table], chosen: Sequence[Table], language: str) -> dict[str, Any]:
    return {
        "rows": sum(len(table.rows) for table in chosen),
        "blank": sum(table.blank_rows for table in chosen),
        "repeated": [number for table in chosen for number in table.repeated_headers],
        "totals": [number for table in chosen for number in table.totals],
        "notes": [number for table in chosen for number in table.notes],
        "above": {table.sheet if len(chosen) > 1 else "": [*table.above, table.sheet] for table in chosen},
        "tabs": [table.sheet for table in tables],
        "alike": len(chosen),
        "certain": all(table.certain for table in chosen),
        "on_its_side": chosen[0].on_its_side,
        "language": language,
    }


def _rows(batch: ImportBatch, chosen: Sequence[Table], secret: Collection[int]) -> list[ImportRow]:
    """The rows as typed, but for numbers of identity cards and the like."""
    several = len(chosen) > 1
    return [
        ImportRow(
            batch=batch,
            sheet=table.sheet[:120] if several else "",
            number=row.number,
            typed=[None if index in secret else _typed(cell) for index, cell in enumerate(row.cells)],
        )
        for table in chosen
        for row in table.rows
    ]


def _typed(cell: Cell) -> Any:
    """Numbers and ticks stay what they are; days are kept in the one way everybody can read."""
    return cell if cell is None or isinstance(cell, (str, bool, int, float)) else shown(cell)
