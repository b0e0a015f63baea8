"""What only a person can settle of a sheet: asked once each, with what is proposed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from network.enums import ImportKind
from network.models import ImportBatch, ImportRow
from network.rules.importing.findings import Ask, Finding, RowRead
from network.rules.importing.settled import Settled
from network.services.importing.places import settle_places

SHOWN_ROWS = 20


def asks_of_the_file(batch: ImportBatch, settled: Settled, reads: Sequence[RowRead]) -> list[Ask]:
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


def settle_organisations(batch: ImportBatch, reads: Sequence[RowRead]) -> list[Ask]:
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


def questions_of(asks: Iterable[Ask], rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> list[dict[str, Any]]:
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
