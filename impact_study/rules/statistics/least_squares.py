"""Least squares with classical and robust errors. A library for models would take seconds to load for these lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats

from impact_study.rules.statistics.columns import Floats


@dataclass(frozen=True)
class Fit:
    """`covariance` is classical; `robust` is HC3, which does not ask for equal spread everywhere."""

    coefficients: Floats
    covariance: Floats
    robust: Floats
    df: int
    residual_sum: float

    def joint_test(self, places: slice, covariance: Floats) -> tuple[float, float]:
        """F and p of these coefficients being zero together."""
        picked = self.coefficients[places]
        f = float(picked @ np.linalg.solve(covariance[places, places], picked)) / len(picked)
        return f, float(stats.f.sf(f, len(picked), self.df))


def fit(design: Floats, outcome: Floats) -> Fit | None:
    """None where the columns of the design determine one another, or nothing is left to estimate errors from."""
    n, k = design.shape
    if n <= k:
        return None
    q, r = np.linalg.qr(design)
    if np.abs(np.diag(r)).min() <= 1e-10 * np.abs(np.diag(r)).max():
        return None
    coefficients = np.linalg.solve(r, q.T @ outcome)
    residuals = outcome - design @ coefficients
    half = np.linalg.inv(r)
    bread = half @ half.T
    leverage = (q**2).sum(axis=1)
    outlying = residuals / np.maximum(1 - leverage, 1e-12)
    scaled = design * outlying[:, None]
    residual_sum = float(residuals @ residuals)
    return Fit(
        coefficients=coefficients,
        covariance=bread * residual_sum / (n - k),
        robust=bread @ (scaled.T @ scaled) @ bread,
        df=n - k,
        residual_sum=residual_sum,
    )
