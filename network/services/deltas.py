"""What changes the tallies: differences by cell, appended in the transaction that causes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from core import rows
from network.models import TallyDelta
from network.services.tallies import SUMS


class Place(NamedTuple):
    """Where something is tallied; no partner stands for the whole project."""

    project: int
    partner: int | None
    category: int
    period: int | None
    month: date


COLUMNS = ("project", "partner", "category", "period", "month", *SUMS)


class Deltas(defaultdict[Place, list[int]]):
    """By cell, the difference of each sum."""

    def __init__(self) -> None:
        super().__init__(lambda: [0] * len(SUMS))

    def add(self, place: Place, **sums: int) -> None:
        for name, difference in sums.items():
            self[place][SUMS.index(name)] += difference


def append_deltas(deltas: Deltas, *, always: Sequence[Place] = ()) -> None:
    """Write down what differs, and the places of `always` even when nothing does: they tell readers to look again."""
    told = {place: sums for place, sums in deltas.items() if any(sums)}
    if not told:
        told = {place: [0] * len(SUMS) for place in always}
    if told:
        rows.append(TallyDelta, COLUMNS, ((*place, *sums) for place, sums in told.items()))
