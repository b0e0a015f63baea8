"""How many records wait for a decision and how many came late, kept in the tallies like the heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from network.enums import ParticipationState
from network.models import Participation, TallyDelta


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
    moved = Counter(after)
    moved.subtract(before)
    TallyDelta.objects.bulk_create(
        TallyDelta(
            project_id=spot.project, partner_id=spot.partner, category_id=spot.category, period_id=spot.period,
            month=spot.month, **{spot.column: count},
        )
        for spot, count in moved.items()
        if count
    )  # fmt: skip
