"""What a set of heads changes in the tallies: plain values in, differences out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Fact(NamedTuple):
    """A head as it should be: subject at partner, taken in by a period, first seen on a day."""

    partner: int
    subject: int
    period: int | None
    period_starts: date | None
    first_on: date
    is_evidenced: bool
    is_shared: bool


class Standing(NamedTuple):
    """A head as it is stored."""

    head: int
    fact: Fact


class Cell(NamedTuple):
    """A place in the tallies; no partner stands for the whole project."""

    partner: int | None
    period: int | None
    month: date


@dataclass
class Sums:
    heads: int = 0
    evidenced: int = 0
    shared: int = 0

    def __bool__(self) -> bool:
        return bool(self.heads or self.evidenced or self.shared)


def changes_of(
    before: Sequence[Standing], after: Sequence[Fact]
) -> tuple[list[Fact], list[tuple[Standing, Fact]], list[Standing]]:
    """What to create, to change and to delete."""
    stored = {(standing.fact.partner, standing.fact.subject): standing for standing in before}
    wanted = {(fact.partner, fact.subject): fact for fact in after}
    create = [fact for key, fact in wanted.items() if key not in stored]
    change = [(stored[key], fact) for key, fact in wanted.items() if key in stored and stored[key].fact != fact]
    delete = [standing for key, standing in stored.items() if key not in wanted]
    return create, change, delete


def in_project(facts: Sequence[Fact]) -> Fact:
    """One subject's heads at several partners as the one head it is in the project: the earliest of each."""
    earliest = min(facts, key=lambda fact: (fact.period_starts is None, fact.period_starts or date.max))
    return earliest._replace(
        first_on=min(fact.first_on for fact in facts),
        is_evidenced=any(fact.is_evidenced for fact in facts),
        is_shared=len(facts) > 1,
    )


def tally_changes(before: Iterable[Fact], after: Iterable[Fact]) -> dict[Cell, Sums]:
    """The difference in every cell, partner by partner and for the project; cells that stay as they are left out."""
    sums: dict[Cell, Sums] = defaultdict(Sums)
    for sign, facts in ((-1, list(before)), (1, list(after))):
        of_subject: dict[int, list[Fact]] = defaultdict(list)
        for fact in facts:
            of_subject[fact.subject].append(fact)
            _add(sums, Cell(fact.partner, fact.period, fact.first_on.replace(day=1)), fact, sign)
        for same in of_subject.values():
            one = in_project(same)
            _add(sums, Cell(None, one.period, one.first_on.replace(day=1)), one, sign)
    return {cell: found for cell, found in sums.items() if found}


def _add(sums: dict[Cell, Sums], cell: Cell, fact: Fact, sign: int) -> None:
    sums[cell].heads += sign
    sums[cell].evidenced += sign * fact.is_evidenced
    sums[cell].shared += sign * fact.is_shared
