"""The same yes-or-no question in strata: a common odds ratio beside each stratum, and whether the direction turns."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import Floats
from impact_study.rules.statistics.effect_sizes import normal_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result


@dataclass(frozen=True)
class Stratum:
    """Yes and no in both groups. The odds ratio is null where a cell is empty; `direction` is then still known."""

    name: str
    first_yes: int
    first_no: int
    second_yes: int
    second_no: int
    odds_ratio: float | None
    direction: int


@dataclass(frozen=True, kw_only=True)
class StratifiedOdds(Result):
    """Odds of the first group over those of the second; `total` is all strata thrown together."""

    strata: tuple[Stratum, ...]
    total: Stratum
    odds_ratio: float
    interval: Interval
    chi_square: float
    p: float


def stratified_odds(
    tables: npt.ArrayLike, *, names: Sequence[str], missing: Mapping[str, int] | None = None
) -> StratifiedOdds | NotComputed:
    """Mantel & Haenszel 1959, without continuity; interval after Robins, Breslow & Greenland.

    A table per stratum: rows are the groups, columns yes and no.
    """
    stack = np.asarray(tables, dtype=np.float64).reshape(-1, 2, 2)
    if because := _lack(stack):
        return NotComputed(
            because=because,
            n=int(stack.sum()),
            method=Method.MANTEL_HAENSZEL,
            rule=Rule.SAME_QUESTION_IN_STRATA,
            missing=missing or {},
            needed=MINIMUM_FOR_TESTS,
        )
    strata = tuple(_stratum(name, table) for name, table in zip(names, stack, strict=True))
    total = _stratum("", stack.sum(axis=0))
    odds_ratio, interval = _common(stack[stack.sum(axis=(1, 2)) > 0])
    chi_square = _chi_square(stack[stack.sum(axis=(1, 2)) > 1])
    return StratifiedOdds(
        method=Method.MANTEL_HAENSZEL,
        rule=Rule.SAME_QUESTION_IN_STRATA,
        n=int(stack.sum()),
        missing=missing or {},
        warnings=_warnings(strata, total, odds_ratio),
        strata=strata,
        total=total,
        odds_ratio=odds_ratio,
        interval=interval,
        chi_square=chi_square,
        p=float(stats.chi2.sf(chi_square, 1)),
    )


def _lack(stack: Floats) -> Because | None:
    total = stack.sum(axis=0)
    if not total.sum():
        return Because.ALL_MISSING
    if not total.sum(axis=1).all():
        return Because.ONE_GROUP
    if total.sum(axis=1).min() < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    if not total.sum(axis=0).all():
        return Because.NO_VARIATION
    # A common odds ratio of zero or infinity: within the strata one cell decides everything.
    crossed = (stack[:, 0, 0] * stack[:, 1, 1]).sum(), (stack[:, 0, 1] * stack[:, 1, 0]).sum()
    return None if all(crossed) else Because.SEPARATION


def _stratum(name: str, table: Floats) -> Stratum:
    a, b, c, d = (int(cell) for cell in table.ravel())
    odds_ratio = a * d / (b * c) if a and b and c and d else None
    return Stratum(name, a, b, c, d, odds_ratio, direction=int(np.sign(a * d - b * c)))


def _common(stack: Floats) -> tuple[float, Interval]:
    a, b, c, d = stack[:, 0, 0], stack[:, 0, 1], stack[:, 1, 0], stack[:, 1, 1]
    n = stack.sum(axis=(1, 2))
    r, s, agree, differ = a * d / n, b * c / n, (a + d) / n, (b + c) / n
    variance = (
        (agree * r).sum() / (2 * r.sum() ** 2)
        + (agree * s + differ * r).sum() / (2 * r.sum() * s.sum())
        + (differ * s).sum() / (2 * s.sum() ** 2)
    )
    log_ratio, reach = math.log(r.sum() / s.sum()), normal_reach(math.sqrt(variance))
    return math.exp(log_ratio), Interval(math.exp(log_ratio - reach), math.exp(log_ratio + reach))


def _chi_square(stack: Floats) -> float:
    n, rows, columns = stack.sum(axis=(1, 2)), stack.sum(axis=2), stack.sum(axis=1)
    expected = rows[:, 0] * columns[:, 0] / n
    variance = rows.prod(axis=1) * columns.prod(axis=1) / (n * n * (n - 1))
    return float((stack[:, 0, 0] - expected).sum() ** 2 / variance.sum())


def _warnings(strata: Sequence[Stratum], total: Stratum, odds_ratio: float) -> tuple[Caution, ...]:
    """Simpson's paradox, and strata that point in different directions."""
    common = 0 if math.isclose(odds_ratio, 1) else int(math.copysign(1, odds_ratio - 1))
    directions = {stratum.direction for stratum in strata} - {0}
    found = []
    if common * total.direction < 0 or (total.direction and directions == {-total.direction}):
        found.append(Caution.DIRECTION_TURNS)
    if len(directions) > 1:
        found.append(Caution.OPPOSITE_DIRECTIONS)
    return tuple(found)
