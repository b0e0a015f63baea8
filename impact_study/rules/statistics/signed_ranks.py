"""Same people, a single item or a skewed score: Wilcoxon's signed ranks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, mid_ranks, rounded, tie_sum
from impact_study.rules.statistics.effect_sizes import normal_p
from impact_study.rules.statistics.paired_yes_no import change_interval
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result

MOST_PAIRS_FOR_EXACT = 25


@dataclass(frozen=True, kw_only=True)
class SignedRanks(Result):
    """`net_share` is the share that went up less the share that went down; pairs without change have no rank."""

    picked: Rule
    w_plus: float
    w_minus: float
    z: float | None
    p: float
    rank_biserial: float
    higher: int
    same: int
    lower: int
    net_share: float
    interval: Interval


def signed_ranks(
    before: npt.ArrayLike,
    after: npt.ArrayLike,
    *,
    missing: Mapping[str, int] | None = None,
    rule: Rule = Rule.SAME_PEOPLE_ITEM,
) -> SignedRanks | NotComputed:
    """After less before, zeros dropped (Wilcoxon 1945; Kerby 2014)."""
    (first, second), reasons = complete_rows(before, after, missing=missing)
    differences = rounded(second - first)
    because = _lack(differences)
    if because:
        return NotComputed(
            because=because,
            n=len(differences),
            method=Method.WILCOXON_NORMAL,
            rule=rule,
            missing=reasons,
            needed=MINIMUM_FOR_TESTS,
        )
    return _ranked(differences, reasons, rule)


def _lack(differences: Floats) -> Because | None:
    if not len(differences):
        return Because.ALL_MISSING
    if len(differences) < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    return None if differences.any() else Because.NO_VARIATION


def _ranked(differences: Floats, missing: Mapping[str, int], rule: Rule) -> SignedRanks:
    moved = differences[differences != 0]
    ranks = mid_ranks(np.abs(moved))
    w_plus, w_minus = float(ranks[moved > 0].sum()), float(ranks[moved < 0].sum())
    exact = len(moved) <= MOST_PAIRS_FOR_EXACT
    z = None if exact else _z(w_plus, np.abs(moved))
    n, higher, lower = len(differences), int((moved > 0).sum()), int((moved < 0).sum())
    return SignedRanks(
        method=Method.WILCOXON_EXACT if exact else Method.WILCOXON_NORMAL,
        rule=rule,
        picked=Rule.FEW_NON_ZERO_PAIRS if exact else Rule.MANY_NON_ZERO_PAIRS,
        n=n,
        missing=missing,
        w_plus=w_plus,
        w_minus=w_minus,
        z=z,
        p=exact_p(ranks, w_plus) if z is None else normal_p(z),
        rank_biserial=(w_plus - w_minus) / (w_plus + w_minus),
        higher=higher,
        same=n - higher - lower,
        lower=lower,
        net_share=(higher - lower) / n,
        interval=change_interval(higher, lower, n),
    )


def _z(w_plus: float, sizes: Floats) -> float:
    """With the correction for ties, without one for continuity."""
    n = len(sizes)
    variance = n * (n + 1) * (2 * n + 1) / 24 - tie_sum(sizes) / 48
    return (w_plus - n * (n + 1) / 4) / math.sqrt(variance)


def exact_p(ranks: Floats, w_plus: float) -> float:
    """Given these ranks, tied or not: the share of the 2^n sign patterns at least as far from the middle."""
    doubled = np.rint(2 * ranks).astype(int)
    ways = np.zeros(doubled.sum() + 1)
    ways[0] = 1
    for rank in doubled:
        ways[rank:] += ways[:-rank].copy()
    middle = doubled.sum() / 2
    far = np.abs(np.arange(len(ways)) - middle) >= abs(2 * w_plus - middle) - 1e-9
    return float(min(1.0, ways[far].sum() / ways.sum()))
