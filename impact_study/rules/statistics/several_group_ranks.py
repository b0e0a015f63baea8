"""Different people, several groups: ranks, with Dunn's pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Method, Rule
from impact_study.rules.statistics.columns import (
    Groups,
    mid_ranks,
    tie_sum,
)
from impact_study.rules.statistics.corrections import holm
from impact_study.rules.statistics.effect_sizes import normal_p
from impact_study.rules.statistics.results import NotComputed, Result
from impact_study.rules.statistics.several_groups import sort_out


@dataclass(frozen=True)
class GroupPair:
    """Dunn's comparison of mean ranks; z is above zero where the first group ranks higher."""

    first: str
    second: str
    z: float
    p: float
    p_adjusted: float


@dataclass(frozen=True, kw_only=True)
class SeveralGroupRanks(Result):
    groups: Mapping[str, int]
    left_out: tuple[str, ...]
    mean_ranks: Mapping[str, float]
    h: float
    df: int
    p: float
    epsilon_squared: float
    eta_squared_h: float
    pairs: tuple[GroupPair, ...]


def several_group_ranks(
    values: npt.ArrayLike, groups: npt.ArrayLike | Groups, *, missing: Mapping[str, int] | None = None
) -> SeveralGroupRanks | NotComputed:
    """Kruskal & Wallis 1952 with Dunn 1964; groups below the minimum stay out, named."""
    sorted_out = sort_out(values, groups, missing)
    if refused := sorted_out.refused(Method.KRUSKAL_WALLIS, Rule.SEVERAL_GROUPS_ITEM):
        return refused
    pooled = np.concatenate(list(sorted_out.kept.values()))
    sizes, n, k = sorted_out.sizes, len(pooled), len(sorted_out.kept)
    parts = np.split(mid_ranks(pooled), np.cumsum(list(sizes.values()))[:-1])
    means = {name: float(part.mean()) for name, part in zip(sizes, parts, strict=True)}
    ties = tie_sum(pooled)
    spread = sum(sizes[name] * (mean - (n + 1) / 2) ** 2 for name, mean in means.items())
    h = 12 / (n * (n + 1)) * spread / (1 - ties / (n**3 - n))
    return SeveralGroupRanks(
        method=Method.KRUSKAL_WALLIS,
        rule=Rule.SEVERAL_GROUPS_ITEM,
        n=n,
        missing=sorted_out.missing,
        warnings=sorted_out.warnings,
        groups=sizes,
        left_out=sorted_out.left_out,
        mean_ranks=means,
        h=h,
        df=k - 1,
        p=float(stats.chi2.sf(h, k - 1)),
        epsilon_squared=h / (n - 1),
        eta_squared_h=(h - k + 1) / (n - k),
        pairs=_dunn(means, sizes, n * (n + 1) / 12 - ties / (12 * (n - 1))),
    )


def _dunn(means: Mapping[str, float], sizes: Mapping[str, int], variance: float) -> tuple[GroupPair, ...]:
    pairs = list(combinations(means, 2))
    zs = [(means[a] - means[b]) / math.sqrt(variance * (1 / sizes[a] + 1 / sizes[b])) for a, b in pairs]
    raw = [normal_p(z) for z in zs]
    return tuple(
        GroupPair(a, b, z, p, adjusted or 0.0) for (a, b), z, p, adjusted in zip(pairs, zs, raw, holm(raw), strict=True)
    )
