"""Same people, yes or no: McNemar's test and the change in share."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scipy import stats

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.effect_sizes import normal_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result

DISCORDANT_FOR_CHI_SQUARE = 25


@dataclass(frozen=True, kw_only=True)
class PairedYesNo(Result):
    """`chi_square` is null where the exact test was taken."""

    picked: Rule
    both_yes: int
    only_before: int
    only_after: int
    neither: int
    share_before: float
    share_after: float
    change: float
    interval: Interval
    chi_square: float | None
    p: float


def change_interval(gained: int, lost: int, n: int) -> Interval:
    """Wald's interval of the difference between two shares of the same people."""
    se = math.sqrt(max(0.0, gained + lost - (gained - lost) ** 2 / n)) / n
    return Interval.around((gained - lost) / n, normal_reach(se))


def paired_yes_no(
    *, both_yes: int, only_before: int, only_after: int, neither: int, missing: Mapping[str, int] | None = None
) -> PairedYesNo | NotComputed:
    """After less before (McNemar 1947)."""
    n = both_yes + only_before + only_after + neither
    discordant = only_before + only_after
    if because := _lack(n, discordant):
        return NotComputed(
            because=because,
            n=n,
            method=Method.MCNEMAR_EXACT,
            rule=Rule.SAME_PEOPLE_YES_NO,
            missing=missing or {},
            needed=MINIMUM_FOR_TESTS,
        )
    many = discordant >= DISCORDANT_FOR_CHI_SQUARE
    chi_square = (only_before - only_after) ** 2 / discordant if many else None
    return PairedYesNo(
        method=Method.MCNEMAR_CHI_SQUARE if many else Method.MCNEMAR_EXACT,
        rule=Rule.SAME_PEOPLE_YES_NO,
        picked=Rule.MANY_DISCORDANT_PAIRS if many else Rule.FEW_DISCORDANT_PAIRS,
        n=n,
        missing=missing or {},
        both_yes=both_yes,
        only_before=only_before,
        only_after=only_after,
        neither=neither,
        share_before=(both_yes + only_before) / n,
        share_after=(both_yes + only_after) / n,
        change=(only_after - only_before) / n,
        interval=change_interval(only_after, only_before, n),
        chi_square=chi_square,
        p=_exact_p(only_before, discordant) if chi_square is None else float(stats.chi2.sf(chi_square, 1)),
    )


def _lack(n: int, discordant: int) -> Because | None:
    if not n:
        return Because.ALL_MISSING
    if n < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    return None if discordant else Because.NO_VARIATION


def _exact_p(count: int, of: int) -> float:
    return float(min(1.0, 2 * stats.binom.cdf(min(count, of - count), of, 0.5)))
