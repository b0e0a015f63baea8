"""One closed item: counts, percent of valid answers with Wilson's interval, top-two share."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.effect_sizes import normal_reach
from impact_study.rules.statistics.results import Interval, NotComputed, Result


@dataclass(frozen=True)
class Share:
    """How many of those who answered, with its interval."""

    count: int
    share: float
    interval: Interval


@dataclass(frozen=True, kw_only=True)
class ClosedItem(Result):
    """`n` is the base: people with a valid answer to this item."""

    choices: Mapping[str, Share]
    top_two: Share | None = None

    @property
    def counts(self) -> dict[str, int]:
        return {code: share.count for code, share in self.choices.items()}


def wilson(count: int, base: int) -> Interval:
    """Wilson 1927, without continuity correction."""
    z = normal_reach(1)
    share, z2 = count / base, z * z
    middle = (share + z2 / (2 * base)) / (1 + z2 / base)
    reach = z / (1 + z2 / base) * math.sqrt(share * (1 - share) / base + z2 / (4 * base * base))
    return Interval(0.0 if count == 0 else middle - reach, 1.0 if count == base else middle + reach)


def share_of(count: int, base: int) -> Share:
    return Share(count, count / base, wilson(count, base))


def closed_item(
    counts: Mapping[str, int],
    *,
    base: int | None = None,
    missing: Mapping[str, int] | None = None,
    top: Collection[str] = (),
) -> ClosedItem | NotComputed:
    """`base` differs from the sum of the counts where several choices may be ticked; `top` names the top two."""
    people = sum(counts.values()) if base is None else base
    if not people:
        return NotComputed(
            because=Because.ALL_MISSING, n=0, method=Method.COUNTS, rule=Rule.CLOSED_ITEM, missing=missing or {}
        )
    return ClosedItem(
        method=Method.COUNTS,
        rule=Rule.CLOSED_ITEM,
        n=people,
        missing=missing or {},
        choices={code: share_of(count, people) for code, count in counts.items()},
        top_two=share_of(sum(counts.get(code, 0) for code in top), people) if top else None,
    )
