"""The figures that every open device at the door asks for every few seconds."""

from __future__ import annotations

from dataclasses import dataclass

from core.prepared import Prepared
from dissemination.enums import SEATED, AttendanceOutcome, RegistrationSource
from dissemination.models import Event

_SEATED = ", ".join(f"'{state}'" for state in SEATED)
COUNT = Prepared(
    "count_at_the_door",
    f"""
    SELECT expected, there, walk_ins, to_confirm FROM (
      SELECT count(*) FILTER (WHERE state IN ({_SEATED})) AS expected,
        count(*) FILTER (WHERE source = '{RegistrationSource.WALK_IN}') AS walk_ins
      FROM dissemination_registration WHERE event_id = %(key)s
    ) AS guests, (
      SELECT count(DISTINCT CASE WHEN outcome = '{AttendanceOutcome.COUNTED}' THEN registration_id END) AS there,
        count(*) FILTER (WHERE outcome = '{AttendanceOutcome.TO_CONFIRM}') AS to_confirm
      FROM dissemination_attendance WHERE event_id = %(key)s
    ) AS seen
    """,  # noqa: S608  our own words
)


@dataclass(frozen=True)
class Counts:
    expected: int
    there: int
    walk_ins: int
    to_confirm: int


def counts(event: Event) -> Counts:
    (found,) = COUNT.rows(event.pk)
    return Counts(*found)
