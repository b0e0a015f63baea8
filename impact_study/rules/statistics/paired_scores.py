"""Same people, a scale score before and after: paired t with two standardised differences."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, varies
from impact_study.rules.statistics.effect_sizes import hedges_factor, noncentrality_interval, t_p, t_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result

SKEWED = 1.0
"""From this skewness of the differences on, in either direction, the ranks are compared instead."""


@dataclass(frozen=True, kw_only=True)
class PairedScores(Result):
    """`d_z` is standardised by the SD of the differences, `d_av` by the average SD; `g_av` is its unbiased form."""

    mean_before: float
    mean_after: float
    sd_before: float
    sd_after: float
    difference: float
    interval: Interval
    sd_difference: float
    t: float
    df: int
    p: float
    d_z: float
    d_z_interval: Interval | None
    d_av: float
    g_av: float


def paired_scores(
    before: npt.ArrayLike, after: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> PairedScores | NotComputed:
    """After less before (Cohen 1988; Lakens 2013)."""
    (first, second), reasons = complete_rows(before, after, missing=missing)
    if because := pairs_lack(second - first):
        return NotComputed(
            because=because,
            n=len(first),
            method=Method.PAIRED_T,
            rule=Rule.SAME_PEOPLE_SCORE,
            missing=reasons,
            needed=MINIMUM_FOR_TESTS,
        )
    return _compared(first, second, reasons)


def pairs_lack(differences: Floats) -> Because | None:
    """Why these pairs cannot be tested."""
    if not len(differences):
        return Because.ALL_MISSING
    if len(differences) < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    return None if varies(differences) else Because.NO_VARIATION


def is_skewed(before: npt.ArrayLike, after: npt.ArrayLike) -> bool:
    (first, second), _ = complete_rows(before, after)
    differences = second - first
    return varies(differences) and len(differences) > 2 and abs(stats.skew(differences, bias=False)) > SKEWED


def _compared(before: Floats, after: Floats, missing: Mapping[str, int]) -> PairedScores:
    differences = after - before
    n, df = len(differences), len(differences) - 1
    mean, sd = float(differences.mean()), float(differences.std(ddof=1))
    se = sd / math.sqrt(n)
    sd_before, sd_after = float(before.std(ddof=1)), float(after.std(ddof=1))
    d_av = mean / math.sqrt((sd_before**2 + sd_after**2) / 2)
    return PairedScores(
        method=Method.PAIRED_T,
        rule=Rule.SAME_PEOPLE_SCORE,
        n=n,
        missing=missing,
        mean_before=float(before.mean()),
        mean_after=float(after.mean()),
        sd_before=sd_before,
        sd_after=sd_after,
        difference=mean,
        interval=Interval.around(mean, t_reach(se, df)),
        sd_difference=sd,
        t=mean / se,
        df=df,
        p=t_p(mean / se, df),
        d_z=mean / sd,
        d_z_interval=noncentrality_interval(mean / se, df, 1 / math.sqrt(n)),
        d_av=d_av,
        g_av=d_av * hedges_factor(df),
    )
