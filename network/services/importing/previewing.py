"""Steps three and four: read every row by what is settled, compare it with who is known, collect what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import transaction

from core.sheets.values import Row
from network.enums import ImportKind, ImportState
from network.models import ImportBatch, ImportRow
from network.rules.importing.experiences import read_experience_row
from network.rules.importing.findings import Ask, Finding, RowRead
from network.rules.importing.organisations import read_organisation_row
from network.rules.importing.people import read_person_row
from network.rules.importing.settled import Settled
from network.services.importing.matching import match_rows
from network.services.importing.opening import read_again
from network.services.importing.places import settle_places
from network.services.importing.settling import days_of_tabs, settle
from network.services.importing.stages import Tell

READERS: dict[str, Callable[[Row, Settled], RowRead]] = {
    ImportKind.PEOPLE: read_person_row,
    ImportKind.ATTENDANCE: read_person_row,
    ImportKind.ORGANISATIONS: read_organisation_row,
    ImportKind.EXPERIENCES: read_experience_row,
}
SHOWN_ROWS = 20
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
    asks = [*_file_asks(batch, settled, reads), *(ask for read in reads for ask in read.asks)]
    asks += _settle_organisations(batch, reads)
    match_rows(batch, rows, reads)
    _store(rows, reads)
    batch.questions = _questions(asks, rows, reads)
    batch.counts = {"file": batch.counts["file"], "preview": _figures(rows, reads)}
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


def _file_asks(batch: ImportBatch, settled: Settled, reads: Sequence[RowRead]) -> list[Ask]:
    """Questions about the file as a whole."""
    facts, asks = batch.counts["file"], []
    if len(facts["tabs"]) > facts["alike"] and not batch.answers.get("sheet"):
        choices = ("*", *facts["tabs"]) if facts["alike"] > 1 else tuple(facts["tabs"])
        asks.append(Ask("sheet", "sheet", "", choices, batch.sheet))
    if not facts["certain"] and not batch.answers.get("header"):
        asks.append(Ask("header", "header", "", proposed=str(batch.header_row)))
    if batch.kind == ImportKind.ATTENDANCE and batch.occasion is None:
        asks.append(Ask("occasion", "occasion"))
    if batch.kind == ImportKind.ATTENDANCE and any(_lacks_day(read) for read in reads):
        asks.append(Ask("held_on", "held_on"))
    return asks


def _lacks_day(read: RowRead) -> bool:
    unread = any(finding.code == "date_unreadable" for finding in read.findings)
    return bool(read.values) and not read.values["held_on"] and not unread and all(a.kind != "dates" for a in read.asks)


def _settle_organisations(batch: ImportBatch, reads: Sequence[RowRead]) -> list[Ask]:
    """Write into each row which organisation it means."""
    if batch.kind == ImportKind.ORGANISATIONS:
        return _country_asks(batch, reads)
    places = settle_places(batch, (read.values.get("organisation", "") for read in reads if not read.is_refused))
    for read in reads:
        if name := read.values.get("organisation"):
            read.values["organisation_ref"] = places.ref(name)
            if batch.kind == ImportKind.EXPERIENCES and batch.answers.get("organisations") and not places.ref(name):
                read.findings.append(Finding("host_unknown", "", name))
    return places.asks


def _country_asks(batch: ImportBatch, reads: Sequence[RowRead]) -> list[Ask]:
    """A list of companies without a country: all in the partner's, or to be completed; and their contacts."""
    names = [read.values["name"] for read in reads if read.values and not read.values["country"]]
    contacts = [name for read in reads for name in read.values.get("contacts", ())]
    asks = [Ask("contacts", "contacts", _some(contacts), ("no", "yes"), "no")] if contacts else []
    if names:
        asks.append(Ask("organisations", "organisations", _some(names), ("create", "create_here"), "create"))
    return [ask for ask in asks if ask.key not in batch.answers]


def _some(names: Sequence[str]) -> str:
    return "; ".join(list(dict.fromkeys(names))[:3]) + (" …" if len(set(names)) > 3 else "")


def _store(rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> None:
    for row, read in zip(rows, reads, strict=True):
        row.read = read.values
        row.problems = [finding.stored() for finding in read.findings]
    ImportRow.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["id"],
        update_fields=["read", "problems", "match", "candidates", "decision"],
    )  # fmt: skip


def _questions(asks: Iterable[Ask], rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> list[dict[str, Any]]:
    """Each question once, with the number of its rows and the first of them. Matches are asked row by row."""
    labels: dict[str, list[str]] = {}
    for row, read in zip(rows, reads, strict=True):
        for ask in read.asks:
            labels.setdefault(ask.key, []).append(row.label)
    once = {ask.key: ask for ask in reversed(list(asks))}
    return [
        {
            "key": ask.key, "kind": ask.kind, "value": ask.value, "choices": list(ask.choices),
            "proposed": ask.proposed, "rows": labels.get(ask.key, [])[:SHOWN_ROWS],
            "count": len(labels.get(ask.key, [])),
        }
        for ask in reversed(list(once.values()))
    ]  # fmt: skip


def _figures(rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> dict[str, Any]:
    taken = [row for row in rows if not row.is_refused]
    return {
        "rows": len(rows),
        "refused": len(rows) - len(taken),
        "warned": sum(bool(row.problems) for row in taken),
        "unsigned": sum(read.values.get("signed") is False for read in reads),
        "matches": dict(Counter(row.match for row in taken)),
        "open_matches": sum(is_open_match(row) for row in taken),
        "categories": dict(Counter(read.values["category"] for read in reads if read.values.get("category"))),
        "countries": dict(Counter(read.values["country"] for read in reads if read.values.get("country"))),
    }


def is_open_match(row: ImportRow) -> bool:
    """Possibly somebody we know, and nobody has decided."""
    return row.match == "possible" and not row.decision and not row.is_refused


def open_questions(batch: ImportBatch) -> int:
    """How much a person still has to settle before the batch can be applied."""
    figures = batch.counts.get("preview", {})
    return len(batch.questions) + int(figures.get("open_matches", 0))
