"""Steps three and four: read every row by what is settled, compare it with who is known, collect what is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction

from core.sheets.values import Row
from network.enums import ImportKind, ImportState
from network.models import ImportBatch, ImportRow
from network.rules.importing.experiences import read_experience_row
from network.rules.importing.findings import RowRead
from network.rules.importing.organisations import read_organisation_row
from network.rules.importing.people import read_person_row
from network.rules.importing.settled import Settled
from network.services.importing.asking import asks_of_the_file, questions_of, settle_organisations
from network.services.importing.figures import figures_of
from network.services.importing.matching import match_rows
from network.services.importing.opening import read_again
from network.services.importing.settling import days_of_tabs, settle
from network.services.importing.stages import Tell

READERS: dict[str, Callable[[Row, Settled], RowRead]] = {
    ImportKind.PEOPLE: read_person_row,
    ImportKind.ATTENDANCE: read_person_row,
    ImportKind.ORGANISATIONS: read_organisation_row,
    ImportKind.EXPERIENCES: read_experience_row,
}
TELL_EVERY = 250


@transaction.atomic
def preview_import(batch: ImportBatch, *, tell: Tell | None = None) -> ImportBatch:
    """Read all rows again with the mapping and the answers of now. Nothing but the batch is written.

    `tell` hears how many rows of how many are done.
    """
    if _is_laid_out_otherwise(batch):
        read_again(batch)
    rows = list(batch.rows.all())
    cells = [_mended(row, batch) for row in rows]
    settled = settle(batch, cells)
    days = days_of_tabs(batch, settled.order)
    reads: list[RowRead] = []
    for number, (row, typed) in enumerate(zip(rows, cells, strict=True)):
        usual, settled.held_on = settled.held_on, days.get(row.sheet, settled.held_on)
        reads.append(READERS[batch.kind](typed, settled))
        settled.held_on = usual
        if tell and number % TELL_EVERY == 0:
            tell(number, len(rows))
    asks = [*asks_of_the_file(batch, settled, reads), *(ask for read in reads for ask in read.asks)]
    asks += settle_organisations(batch, reads)
    match_rows(batch, rows, reads)
    _store(rows, reads)
    batch.questions = questions_of(asks, rows, reads)
    batch.counts = {"file": batch.counts["file"], "preview": figures_of(rows, reads)}
    batch.state = ImportState.PREVIEWED
    batch.save()
    return batch


def _is_laid_out_otherwise(batch: ImportBatch) -> bool:
    """Whether somebody has settled tab, header or encoding since the rows were laid out."""
    wanted = {name: batch.answers.get(name, "") for name in ("sheet", "header", "encoding", "delimiter")}
    standing = {
        "sheet": batch.sheet,
        "header": str(batch.header_row),
        "encoding": batch.encoding,
        "delimiter": batch.delimiter,
    }
    return any(wanted[name] and wanted[name] != standing[name] for name in wanted)


def _mended(row: ImportRow, batch: ImportBatch) -> Row:
    """The cells as typed, with those that somebody put right here."""
    cells = list(row.typed)
    mended = batch.answers.get("cells", {})
    for column in batch.columns if mended else ():
        if (text := mended.get(f"{row.label}:{column['letters']}")) is not None:
            cells.extend([None] * (column["index"] + 1 - len(cells)))
            cells[column["index"]] = text or None
    return cells


def _store(rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> None:
    for row, read in zip(rows, reads, strict=True):
        row.read = read.values
        row.problems = [finding.stored() for finding in read.findings]
    ImportRow.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["id"],
        update_fields=["read", "problems", "match", "candidates", "decision"],
    )  # fmt: skip
