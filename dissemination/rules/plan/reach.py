"""How many were reached: the latest reading of each counter, by unit. Reach never becomes heads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dissemination.enums import ReachKind, ReachUnit

# Followers of one page follow others too: their numbers stand side by side and have no sum.
WITHOUT_SUM = {ReachUnit.FOLLOWERS}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`counter` tells one source of numbers from another: an activity and where its number was read."""

    counter: tuple[int, str]
    unit: ReachUnit
    kind: ReachKind
    number: int
    read_on: date


@dataclass(frozen=True)
class Reach:
    """One unit known in one way, over several counters; `total` is None where a sum says nothing."""

    unit: ReachUnit
    kind: ReachKind
    counters: int
    total: int | None
    largest: int


def latest(readings: Iterable[Reading]) -> list[Reading]:
    """The newest reading of each counter and unit: a counter that ran on is not added to itself."""
    newest: dict[tuple[tuple[int, str], ReachUnit], Reading] = {}
    for reading in readings:
        known = newest.get((reading.counter, reading.unit))
        if known is None or reading.read_on >= known.read_on:
            newest[reading.counter, reading.unit] = reading
    return list(newest.values())


def reach_of(readings: Iterable[Reading]) -> list[Reach]:
    """By unit and by how the number is known; what is measured is never mixed with what is claimed."""
    groups: dict[tuple[ReachUnit, ReachKind], list[int]] = {}
    for reading in latest(readings):
        groups.setdefault((reading.unit, reading.kind), []).append(reading.number)
    order = list(ReachUnit), list(ReachKind)
    return [
        Reach(unit, kind, len(numbers), None if unit in WITHOUT_SUM else sum(numbers), max(numbers))
        for (unit, kind), numbers in sorted(
            groups.items(), key=lambda item: (order[0].index(item[0][0]), order[1].index(item[0][1]))
        )
    ]
