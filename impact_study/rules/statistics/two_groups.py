"""Different people, two groups: Welch's t for scores, Mann and Whitney's ranks for single items."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, mid_ranks, tie_sum, varies
from impact_study.rules.statistics.effect_sizes import hedges_factor, noncentrality_interval, normal_p, t_p, t_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result


@dataclass(frozen=True, kw_only=True)
class TwoGroupScores(Result):
    """First less second; `d` is standardised by the pooled SD, `g` is its unbiased form."""

    n_first: int
    n_second: int
    mean_first: float
    mean_second: float
    sd_first: float
    sd_second: float
    difference: float
    interval: Interval
    t: float
    df: float
    p: float
    d: float
    d_interval: Interval | None
    g: float


@dataclass(frozen=True, kw_only=True)
class TwoGroupRanks(Result):
    """`rank_biserial` is above zero where the first group tends to higher values."""

    n_first: int
    n_second: int
    median_first: float
    median_second: float
    u: float
    z: float
    p: float
    rank_biserial: float


def two_group_scores(
    first: npt.ArrayLike, second: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> TwoGroupScores | NotComputed:
    """Welch 1947."""
    a, b, reasons = _both(first, second, missing)
    because = groups_lack([a, b])
    if because is None and not (varies(a) or varies(b)):
        because = Because.NO_VARIATION
    if because:
        return _not(because, len(a) + len(b), Method.WELCH_T, Rule.TWO_GROUPS_SCORE, reasons)
    return _welch(a, b, reasons)


def two_group_ranks(
    first: npt.ArrayLike, second: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> TwoGroupRanks | NotComputed:
    """Mann & Whitney 1947: normal, corrected for ties, without correction for continuity."""
    a, b, reasons = _both(first, second, missing)
    if because := groups_lack([a, b]):
        return _not(because, len(a) + len(b), Method.MANN_WHITNEY, Rule.TWO_GROUPS_ITEM, reasons)
    pooled, n = np.concatenate([a, b]), len(a) + len(b)
    u = float(mid_ranks(pooled)[: len(a)].sum()) - len(a) * (len(a) + 1) / 2
    variance = len(a) * len(b) / 12 * (n + 1 - tie_sum(pooled) / (n * (n - 1)))
    z = (u - len(a) * len(b) / 2) / math.sqrt(variance)
    return TwoGroupRanks(
        method=Method.MANN_WHITNEY,
        rule=Rule.TWO_GROUPS_ITEM,
        n=n,
        missing=reasons,
        n_first=len(a),
        n_second=len(b),
        median_first=float(np.median(a)),
        median_second=float(np.median(b)),
        u=u,
        z=z,
        p=normal_p(z),
        rank_biserial=2 * u / (len(a) * len(b)) - 1,
    )


def groups_lack(groups: list[Floats]) -> Because | None:
    """Why these groups cannot be tested against each other."""
    if not any(len(group) for group in groups):
        return Because.ALL_MISSING
    if sum(len(group) > 0 for group in groups) < 2:
        return Because.ONE_GROUP
    if min(len(group) for group in groups) < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    return None if varies(np.concatenate(groups)) else Because.NO_VARIATION


def _both(
    first: npt.ArrayLike, second: npt.ArrayLike, missing: Mapping[str, int] | None
) -> tuple[Floats, Floats, dict[str, int]]:
    (a,), without_first = complete_rows(first)
    (b,), without_second = complete_rows(second)
    if missing is not None:
        return a, b, dict(missing)
    reasons = without_first.keys() | without_second.keys()
    return a, b, {reason: without_first.get(reason, 0) + without_second.get(reason, 0) for reason in reasons}


def _not(because: Because, n: int, method: Method, rule: Rule, missing: Mapping[str, int]) -> NotComputed:
    return NotComputed(because=because, n=n, method=method, rule=rule, missing=missing, needed=MINIMUM_FOR_TESTS)


def _welch(a: Floats, b: Floats, missing: Mapping[str, int]) -> TwoGroupScores:
    n, m = len(a), len(b)
    var_a, var_b = float(a.var(ddof=1)), float(b.var(ddof=1))
    difference = float(a.mean() - b.mean())
    se2_a, se2_b = var_a / n, var_b / m
    se = math.sqrt(se2_a + se2_b)
    df = (se2_a + se2_b) ** 2 / (se2_a**2 / (n - 1) + se2_b**2 / (m - 1))
    d = difference / math.sqrt(((n - 1) * var_a + (m - 1) * var_b) / (n + m - 2))
    scale = math.sqrt(1 / n + 1 / m)
    return TwoGroupScores(
        method=Method.WELCH_T,
        rule=Rule.TWO_GROUPS_SCORE,
        n=n + m,
        missing=missing,
        n_first=n,
        n_second=m,
        mean_first=float(a.mean()),
        mean_second=float(b.mean()),
        sd_first=math.sqrt(var_a),
        sd_second=math.sqrt(var_b),
        difference=difference,
        interval=Interval.around(difference, t_reach(se, df)),
        t=difference / se,
        df=df,
        p=t_p(difference / se, df),
        d=d,
        d_interval=noncentrality_interval(d / scale, n + m - 2, scale),
        g=d * hedges_factor(n + m - 2),
    )
