"""Owed events: what each partner must hold, beside what was held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Owed:
    """At least `number` events of a kind; without a partner each partner owes them, unless one for all is meant."""

    kind: str
    number: int
    partner: int | None = None
    is_international: bool = False


@dataclass(frozen=True, kw_only=True)
class Held:
    partner: int
    kind: str
    has_foreign_heads: bool = False


@dataclass(frozen=True)
class DutyStanding:
    """`partner` is None for a duty of the project as a whole."""

    owed: Owed
    partner: int | None
    held: int

    @property
    def missing(self) -> int:
        return max(0, self.owed.number - self.held)

    @property
    def is_met(self) -> bool:
        return not self.missing


def duty_standings(owed: Iterable[Owed], held: Sequence[Held], *, partners: Sequence[int]) -> list[DutyStanding]:
    """One line per duty and partner who owes it; an international event without a partner is owed once by all."""
    lines = []
    for duty in owed:
        who: Sequence[int | None] = [duty.partner] if duty.partner or duty.is_international else partners
        lines += [DutyStanding(duty, partner, _count(duty, partner, held)) for partner in who]
    return lines


def _count(duty: Owed, partner: int | None, held: Sequence[Held]) -> int:
    return sum(
        event.kind == duty.kind
        and (partner is None or event.partner == partner)
        and (event.has_foreign_heads or not duty.is_international)
        for event in held
    )
