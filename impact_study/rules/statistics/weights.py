"""Weights that bring a sample to declared margins, and what they cost in precision."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import Floats, Groups, floats
from impact_study.rules.statistics.effect_sizes import t_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result

LIMITS = (0.3, 3.0)
ROUNDS = 500
EXACT = 1e-10
CLOSE_ENOUGH = 0.02
"""A margin that the limits keep further than this from its share counts as not reached."""

type Margins = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, kw_only=True)
class Weighting(Result):
    """Raked weights within the limits. `distances` says how far these kept each margin from its share."""

    weights: Floats = field(repr=False, compare=False)
    lowest: float
    highest: float
    design_effect: float
    effective_n: float
    distances: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class WeightedMean(Result):
    """Of values, or of 0 and 1 for a share; the SE is linearised, by stratum where strata are declared."""

    mean: float
    se: float
    interval: Interval
    unweighted: float


def rake(
    columns: Mapping[str, npt.ArrayLike | Groups], margins: Margins, *, limits: tuple[float, float] = LIMITS
) -> Weighting | NotComputed:
    """Deming & Stephan 1940. `margins` gives the share of each category, and sums to 1 for each column."""
    answers = {name: Groups.of(columns[name]) for name in margins}
    n = max((len(groups.numbers) for groups in answers.values()), default=0)
    if because := _lack(n, answers, margins):
        return _not(because, n)
    weights = _raked(n, answers, margins, limits)
    distances = {name: _distance(weights, answers[name], shares) for name, shares in margins.items()}
    if max(distances.values()) > CLOSE_ENOUGH:
        return _not(Because.WEIGHTS_NOT_CONVERGING, n)
    design_effect = kish(weights)
    return Weighting(
        method=Method.RAKING,
        rule=Rule.DECLARED_MARGINS,
        n=n,
        warnings=(Caution.WEIGHTS_LIMITED,) if max(distances.values()) > 1e-6 else (),
        weights=weights,
        lowest=float(weights.min()),
        highest=float(weights.max()),
        design_effect=design_effect,
        effective_n=n / design_effect,
        distances=distances,
    )


def kish(weights: Floats) -> float:
    """The design effect of unequal weights (Kish 1965)."""
    return float(len(weights) * (weights**2).sum() / weights.sum() ** 2)


def weighted_mean(
    values: npt.ArrayLike, weights: npt.ArrayLike, *, strata: npt.ArrayLike | Groups | None = None
) -> WeightedMean | NotComputed:
    column, given = floats(values), floats(weights)
    kept = ~np.isnan(column) & ~np.isnan(given)
    y, w = column[kept], given[kept]
    left = int(len(kept) - kept.sum())
    missing = {"no_answer": left} if left else {}
    parts = [slice(None)] if strata is None else list(Groups.of(strata)[kept].places().values())
    n, groups = len(y), len(parts)
    if n - groups < 1:
        because = Because.BELOW_MINIMUM if n else Because.ALL_MISSING
        return NotComputed(
            because=because, n=n, method=Method.WEIGHTED_MEAN, rule=Rule.DECLARED_MARGINS, missing=missing
        )
    mean = float((w * y).sum() / w.sum())
    shares = w * (y - mean) / w.sum()
    se = _linearised_se([shares[part] for part in parts])
    return WeightedMean(
        method=Method.WEIGHTED_MEAN,
        rule=Rule.DECLARED_MARGINS,
        n=n,
        missing=missing,
        mean=mean,
        se=se,
        interval=Interval.around(mean, t_reach(se, n - groups)),
        unweighted=float(y.mean()),
    )


def _lack(n: int, answers: Mapping[str, Groups], margins: Margins) -> Because | None:
    if not n or not margins:
        return Because.ALL_MISSING
    if n < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    for name, shares in margins.items():
        wanted = {category for category, share in shares.items() if share > 0}
        if set(answers[name].places()) != wanted or not answers[name].told.all():
            return Because.WEIGHTS_NOT_CONVERGING
    return None


def _not(because: Because, n: int) -> NotComputed:
    return NotComputed(because=because, n=n, method=Method.RAKING, rule=Rule.DECLARED_MARGINS, needed=MINIMUM_FOR_TESTS)


def _raked(n: int, answers: Mapping[str, Groups], margins: Margins, limits: tuple[float, float]) -> Floats:
    """People with the same answers share a weight, so only the cells are raked."""
    shape = [len(groups.names) for groups in answers.values()]
    cells, cell_of = np.unique(
        np.ravel_multi_index(tuple(groups.numbers for groups in answers.values()), shape), return_inverse=True
    )
    counts = np.bincount(cell_of).astype(np.float64)
    sides = np.unravel_index(cells, shape)
    targets = [np.array([margins[name][each] for each in groups.names]) * n for name, groups in answers.items()]
    weights = np.ones(len(cells))
    for _ in range(ROUNDS):
        before = weights.copy()
        for side, target in zip(sides, targets, strict=True):
            weights = weights * (target / target.sum() * n / np.bincount(side, weights * counts))[side]
        weights = np.clip(weights, *limits)
        if np.abs(weights - before).max() < EXACT:
            break
    return weights[cell_of]


def _distance(weights: Floats, groups: Groups, shares: Mapping[str, float]) -> float:
    reached = np.bincount(groups.numbers, weights) / weights.sum()
    wanted = sum(shares.values())
    return max(abs(float(got) - shares[name] / wanted) for name, got in zip(groups.names, reached, strict=True))


def _linearised_se(strata: Sequence[Floats]) -> float:
    """From what each response adds to the mean; a stratum of one tells nothing of its spread."""
    return math.sqrt(sum(float(part.var(ddof=1)) * len(part) for part in strata if len(part) > 1))
