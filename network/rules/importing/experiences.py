"""Rows of learners' placements, the learner by roster code or by name."""

from __future__ import annotations

from core.sheets.values import Row
from network.rules.importing.cells import read_date, read_hours, read_land, text_of
from network.rules.importing.findings import Finding, RowRead
from network.rules.importing.people import organisation_name, read_gender, read_name
from network.rules.importing.settled import Settled
from network.rules.names import code_key


def read_experience_row(row: Row, settled: Settled) -> RowRead:
    """A placement; it needs a learner, a host and two days in their order."""
    read = RowRead()
    name = read_name(row, settled, read)
    code = code_key(text_of(row, "roster_code", settled, most=60))
    if not code and not name.whole:
        read.findings.append(Finding("no_learner", settled.letters("roster_code") or settled.letters("person_name")))
    host = organisation_name(row, settled)
    if not host:
        read.findings.append(Finding("no_host", settled.letters("organisation")))
    starts_on = read_date(row, "starts_on", settled, read)
    ends_on = read_date(row, "ends_on", settled, read)
    asked = any(ask.kind == "dates" for ask in read.asks)
    for field, day in (("starts_on", starts_on), ("ends_on", ends_on)):
        if day is None and not asked and not any(f.column == settled.letters(field) for f in read.findings):
            read.findings.append(Finding(f"no_{field}", settled.letters(field)))
    if starts_on and ends_on and ends_on < starts_on:
        read.findings.append(Finding("ends_before_start", settled.letters("ends_on"), f"{starts_on} – {ends_on}"))
    hours = read_hours(row, settled, read)
    read.values = {
        "given": name.given[:300],
        "family": name.family[:300],
        "code": code,
        "organisation": host,
        "country": read_land(row, settled, read),
        "starts_on": starts_on.isoformat() if starts_on else "",
        "ends_on": ends_on.isoformat() if ends_on else "",
        "hours": str(hours) if hours is not None else "",
        "sector": text_of(row, "sector", settled, most=120),
        "group": text_of(row, "group", settled, most=40),
        "tutor": text_of(row, "tutor", settled, most=200),
        "gender": read_gender(row, settled),
    }
    return read
