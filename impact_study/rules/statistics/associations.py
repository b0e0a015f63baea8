"""How two variables go together: Spearman for numbers, Kendall for short scales, Pearson for scores."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, mid_ranks, rounded, varies
from impact_study.rules.statistics.effect_sizes import normal_reach, t_p
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result


@dataclass(frozen=True, kw_only=True)
class Association(Result):
    """Between -1 and 1; the interval is Fisher's and stands for Pearson only."""

    coefficient: float
    p: float
    interval: Interval | None = None


def pearson(
    first: npt.ArrayLike, second: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> Association | NotComputed:
    found = _pairs(first, second, missing, Method.PEARSON, Rule.TWO_SCORES)
    if isinstance(found, NotComputed):
        return found
    a, b, reasons = found
    r = _correlation(a, b)
    return Association(
        method=Method.PEARSON,
        rule=Rule.TWO_SCORES,
        n=len(a),
        missing=reasons,
        coefficient=r,
        p=_t_p(r, len(a)),
        interval=_fisher_interval(r, len(a)),
    )


def spearman(
    first: npt.ArrayLike, second: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> Association | NotComputed:
    """With the t approximation of p."""
    found = _pairs(first, second, missing, Method.SPEARMAN, Rule.TWO_NUMBERS)
    if isinstance(found, NotComputed):
        return found
    a, b, reasons = found
    rho = _correlation(mid_ranks(a), mid_ranks(b))
    return Association(
        method=Method.SPEARMAN,
        rule=Rule.TWO_NUMBERS,
        n=len(a),
        missing=reasons,
        coefficient=rho,
        p=_t_p(rho, len(a)),
    )


def kendall(
    first: npt.ArrayLike, second: npt.ArrayLike, *, missing: Mapping[str, int] | None = None
) -> Association | NotComputed:
    """Tau-b with the normal p that allows for ties."""
    found = _pairs(first, second, missing, Method.KENDALL_TAU_B, Rule.SHORT_SCALES)
    if isinstance(found, NotComputed):
        return found
    a, b, reasons = found
    answer = stats.kendalltau(rounded(a), rounded(b), variant="b", method="asymptotic")
    return Association(
        method=Method.KENDALL_TAU_B,
        rule=Rule.SHORT_SCALES,
        n=len(a),
        missing=reasons,
        coefficient=float(answer.statistic),
        p=float(answer.pvalue),
    )


def _pairs(
    first: npt.ArrayLike, second: npt.ArrayLike, missing: Mapping[str, int] | None, method: Method, rule: Rule
) -> tuple[Floats, Floats, dict[str, int]] | NotComputed:
    (a, b), reasons = complete_rows(first, second, missing=missing)
    because = None
    if not len(a):
        because = Because.ALL_MISSING
    elif len(a) < MINIMUM_FOR_TESTS:
        because = Because.BELOW_MINIMUM
    elif not varies(a) or not varies(b):
        because = Because.NO_VARIATION
    if because is None:
        return a, b, reasons
    return NotComputed(because=because, n=len(a), method=method, rule=rule, missing=reasons, needed=MINIMUM_FOR_TESTS)


def _correlation(a: Floats, b: Floats) -> float:
    da, db = a - a.mean(), b - b.mean()
    r = float((da * db).sum() / math.sqrt(float((da * da).sum()) * float((db * db).sum())))
    return max(-1.0, min(1.0, r))


def _t_p(r: float, n: int) -> float:
    if math.isclose(abs(r), 1):
        return 0.0
    return t_p(r * math.sqrt((n - 2) / (1 - r * r)), n - 2)


def _fisher_interval(r: float, n: int) -> Interval:
    if math.isclose(abs(r), 1):
        return Interval(r, r)
    reach = normal_reach(1 / math.sqrt(n - 3))
    return Interval(float(np.tanh(math.atanh(r) - reach)), float(np.tanh(math.atanh(r) + reach)))
