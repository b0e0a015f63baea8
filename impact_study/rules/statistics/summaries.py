"""A number or a scale score: where it lies and how far it spreads."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import complete_rows
from impact_study.rules.statistics.effect_sizes import t_reach
from impact_study.rules.statistics.results import Interval, NotComputed, Result


@dataclass(frozen=True, kw_only=True)
class NumberSummary(Result):
    """SD with n - 1, quartiles of type 7. A single value has neither SD nor interval."""

    mean: float
    sd: float | None
    median: float
    lower_quartile: float
    upper_quartile: float
    minimum: float
    maximum: float
    interval: Interval | None


def number_summary(values: npt.ArrayLike, *, missing: Mapping[str, int] | None = None) -> NumberSummary | NotComputed:
    (kept,), reasons = complete_rows(values, missing=missing)
    if not len(kept):
        return NotComputed(
            because=Because.ALL_MISSING, n=0, method=Method.NUMBER_SUMMARY, rule=Rule.NUMBER_OR_SCORE, missing=reasons
        )
    n = len(kept)
    sd = float(kept.std(ddof=1)) if n > 1 else None
    mean = float(kept.mean())
    lower, median, upper = (float(value) for value in np.quantile(kept, (0.25, 0.5, 0.75)))
    return NumberSummary(
        method=Method.NUMBER_SUMMARY,
        rule=Rule.NUMBER_OR_SCORE,
        n=n,
        missing=reasons,
        mean=mean,
        sd=sd,
        median=median,
        lower_quartile=lower,
        upper_quartile=upper,
        minimum=float(kept.min()),
        maximum=float(kept.max()),
        interval=None if sd is None else Interval.around(mean, t_reach(sd / math.sqrt(n), n - 1)),
    )
