"""Comparing the rows of a batch with the partner's people, the project's organisations, and with each other."""

from __future__ import annotations

from collections.abc import Sequence

from network.enums import ImportKind
from network.models import ImportBatch, ImportRow, Partner
from network.rules.importing.findings import Finding, RowRead
from network.rules.matching.matches import Candidate, Found, Known, Match, Why
from network.rules.names import email_key, organisation_key, person_key
from network.services.importing.known import (
    known_organisations,
    known_people,
    merges,
    organisation_register,
    other_spelling,
    place_keys,
)
from network.services.importing.memory import earlier_batches
from network.services.importing.roster import roster_key

CLASS_ANSWER = "match:*"
STRONG = frozenset({Why.EMAIL_AND_NAME, Why.NAME_AND_ORGANISATION, Why.NUMBER})


def match_rows(batch: ImportBatch, rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> None:
    """Say of every row whether it is certain, possible or new. What a person decided stays while it still fits."""
    register = (
        organisation_register(known_organisations(batch))
        if batch.kind == ImportKind.ORGANISATIONS
        else known_people(batch.partner)
    )
    before = _subjects_of_same_file(batch)
    for row, read in zip(rows, reads, strict=True):
        if read.is_refused or not read.values:
            row.match, row.candidates = "", []
            continue
        one = _known(row, read, batch)
        found = _as_before(before.get((row.sheet, row.number))) or register.find(one)
        if found.shares_mailbox:
            read.findings.append(Finding("shared_mailbox", "", ", ".join(read.values["emails"])[:80], warning=True))
        row.match = found.match
        row.candidates = [{"ref": candidate.ref, "why": candidate.why} for candidate in found.candidates]
        row.decision = _decision(row, found, batch.answers.get(CLASS_ANSWER, ""))
        register.add(one)


def _known(row: ImportRow, read: RowRead, batch: ImportBatch) -> Known:
    """The row as something to compare with."""
    values = read.values
    if batch.kind == ImportKind.ORGANISATIONS:
        key = organisation_key(values["name"])
        spelling = other_spelling(values["name"], organisation_key)
        return Known(f"row:{row.label}", key, code=values["oid"], weak_code=values["vat"], spelling=spelling)
    return person_of(row.label, values, batch.partner)


def person_of(label: str, values: dict[str, object], partner: Partner) -> Known:
    emails = frozenset(email_key(address) for address in values.get("emails", ()))  # type: ignore[attr-defined]
    places = place_keys(str(values["organisation"])) if values.get("organisation") else frozenset()
    return Known(
        f"row:{label}",
        person_key(str(values["given"]), str(values["family"])),
        emails,
        frozenset(),
        places,
        code=roster_key(partner, str(values["code"])),
        spelling=other_spelling(f"{values['given']} {values['family']}", person_key),
    )


def _as_before(ref: str | None) -> Found | None:
    return Found(Match.CERTAIN, [Candidate(ref, Why.SAME_ROW)]) if ref else None


def _subjects_of_same_file(batch: ImportBatch) -> dict[tuple[str, int], str]:
    """What became of each row when the very same file was applied before."""
    found: dict[tuple[str, int], str] = {}
    merged = merges()
    for earlier in reversed(earlier_batches(batch)):
        for sheet, number, outcome in earlier.rows.values_list("sheet", "number", "outcome"):
            if batch.kind == ImportKind.ORGANISATIONS and outcome.get("organisation"):
                found[sheet, number] = f"organisation:{outcome['organisation']}"
            elif outcome.get("person"):
                found[sheet, number] = f"person:{merged.get(outcome['person'], outcome['person'])}"
            elif outcome.get("skipped"):
                found[sheet, number] = "skip"
    return found


def _decision(row: ImportRow, found: Found, for_all: str) -> str:
    """The decision that stands for the row; certain matches are ticked beforehand."""
    refs = [candidate.ref for candidate in found.candidates]
    if row.decision == "skip" or (found.match == Match.CERTAIN and refs == ["skip"]):
        return "skip"
    if found.match == Match.POSSIBLE:
        if row.decision in ("new", *refs):
            return row.decision
        if for_all == "new":
            return "new"
        if for_all == "same" and found.candidates[0].why in STRONG:
            return refs[0]
        return ""
    if found.match == Match.CERTAIN:
        return row.decision if row.decision in ("new", *refs) else refs[0]
    return ""
