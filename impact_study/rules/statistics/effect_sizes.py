"""Standardised differences with the intervals that belong to them."""

from __future__ import annotations

import math

from scipy import optimize, special, stats

from impact_study.rules.statistics.results import LEVEL, Interval

TAIL = (1 - LEVEL) / 2
NORMAL = float(special.ndtri(1 - TAIL))


def hedges_factor(df: float) -> float:
    """The exact factor that takes the bias out of a standardised difference (Hedges 1981)."""
    return math.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / math.sqrt(df / 2)


def noncentrality_interval(t: float, df: float, scale: float) -> Interval | None:
    """The noncentrality parameters at which t would be just in a tail, times `scale`; None where none is found."""
    low, high = (_noncentrality(t, df, tail) for tail in (1 - TAIL, TAIL))
    return None if low is None or high is None else Interval(low * scale, high * scale)


def _noncentrality(t: float, df: float, share: float) -> float | None:
    def excess(noncentrality: float) -> float:
        below = float(stats.nct.cdf(t, df, noncentrality))
        # Far out the library gives up; there the answer is known.
        return (float(noncentrality < t) if math.isnan(below) else below) - share

    reach = 10 * math.sqrt(1 + t * t / (2 * df))
    try:
        return float(optimize.brentq(excess, t - reach, t + reach, xtol=1e-11, rtol=1e-13))
    except ValueError:
        return None


def t_reach(se: float, df: float) -> float:
    """Half the width of a t interval."""
    return float(special.stdtrit(df, 1 - TAIL)) * se


def t_p(t: float, df: float) -> float:
    return float(2 * special.stdtr(df, -abs(t)))


def normal_p(z: float) -> float:
    return float(2 * special.ndtr(-abs(z)))


def normal_reach(se: float) -> float:
    return NORMAL * se
