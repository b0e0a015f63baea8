"""How many records wait for a decision and how many came late, kept in the tallies like the heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from network.enums import ParticipationState
from network.models import Participation
from network.services.deltas import Deltas, Place, append_deltas


class Spot(NamedTuple):
    """Where a record is tallied, and as what: waiting or late."""

    project: int
    partner: int
    category: int
    period: int | None
    month: date
    column: str


States = Counter[Spot]


def states_of(records: Iterable[Participation]) -> States:
    """The records that wait or came late; ask before a change and after it, and tell `tally_states` of both."""
    found: States = Counter()
    for record in records:
        column = _column(record)
        if column:
            month = record.held_on.replace(day=1)
            found[Spot(record.project_id, record.partner_id, record.category_id, record.period_id, month, column)] += 1
    return found


def _column(record: Participation) -> str:
    if record.state == ParticipationState.SUBMITTED:
        return "waiting"
    return "late" if record.is_late and record.state == ParticipationState.VERIFIED else ""


def tally_states(before: States, after: States) -> None:
    """Append the difference; call it in the transaction of the change."""
    append_deltas(state_deltas(before, after))


def state_deltas(before: States, after: States) -> Deltas:
    """The difference, for whoever appends it together with the heads."""
    moved, deltas = Counter(after), Deltas()
    moved.subtract(before)
    for spot, count in moved.items():
        place = Place(spot.project, spot.partner, spot.category, spot.period, spot.month)
        deltas.add(place, **{spot.column: count})
    return deltas
