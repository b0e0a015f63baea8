"""Different people, several groups: ranks with Dunn's pairs, and for scores Welch's analysis of variance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import (
    Floats,
    Groups,
    complete_rows,
    floats,
    mid_ranks,
    tie_sum,
    varies,
)
from impact_study.rules.statistics.corrections import holm
from impact_study.rules.statistics.effect_sizes import normal_p
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, NotComputed, Result
from impact_study.rules.statistics.two_groups import groups_lack


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


@dataclass(frozen=True, kw_only=True)
class SeveralGroupScores(Result):
    groups: Mapping[str, int]
    left_out: tuple[str, ...]
    means: Mapping[str, float]
    f: float
    df_between: float
    df_within: float
    p: float
    eta_squared: float


@dataclass(frozen=True)
class _Sorted:
    kept: dict[str, Floats]
    left_out: tuple[str, ...]
    missing: Mapping[str, int]
    because: Because | None

    @property
    def sizes(self) -> dict[str, int]:
        return {name: len(values) for name, values in self.kept.items()}

    @property
    def warnings(self) -> tuple[Caution, ...]:
        return (Caution.GROUPS_LEFT_OUT,) if self.left_out else ()

    def refused(self, method: Method, rule: Rule) -> NotComputed | None:
        if self.because is None:
            return None
        return NotComputed(
            because=self.because,
            n=sum(self.sizes.values()),
            method=method,
            rule=rule,
            missing=self.missing,
            needed=MINIMUM_FOR_TESTS,
        )


def several_group_ranks(
    values: npt.ArrayLike, groups: npt.ArrayLike | Groups, *, missing: Mapping[str, int] | None = None
) -> SeveralGroupRanks | NotComputed:
    """Kruskal & Wallis 1952 with Dunn 1964; groups below the minimum stay out, named."""
    sorted_out = _sort_out(values, groups, missing)
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


def several_group_scores(
    values: npt.ArrayLike, groups: npt.ArrayLike | Groups, *, missing: Mapping[str, int] | None = None
) -> SeveralGroupScores | NotComputed:
    """Welch's analysis of variance; a group without any spread has no weight in it and stops it."""
    sorted_out = _sort_out(values, groups, missing)
    if refused := sorted_out.refused(Method.WELCH_ANOVA, Rule.SEVERAL_GROUPS_SCORE):
        return refused
    parts = list(sorted_out.kept.values())
    if not all(varies(part) for part in parts):
        return _without_spread(sorted_out)
    f, df_between, df_within = _welch_anova(parts)
    pooled = np.concatenate(parts)
    between = sum(len(part) * float(part.mean() - pooled.mean()) ** 2 for part in parts)
    return SeveralGroupScores(
        method=Method.WELCH_ANOVA,
        rule=Rule.SEVERAL_GROUPS_SCORE,
        n=len(pooled),
        missing=sorted_out.missing,
        warnings=sorted_out.warnings,
        groups=sorted_out.sizes,
        left_out=sorted_out.left_out,
        means={name: float(part.mean()) for name, part in sorted_out.kept.items()},
        f=f,
        df_between=df_between,
        df_within=df_within,
        p=float(stats.f.sf(f, df_between, df_within)),
        eta_squared=between / float(((pooled - pooled.mean()) ** 2).sum()),
    )


def _without_spread(sorted_out: _Sorted) -> NotComputed:
    return NotComputed(
        because=Because.NO_VARIATION,
        n=sum(sorted_out.sizes.values()),
        method=Method.WELCH_ANOVA,
        rule=Rule.SEVERAL_GROUPS_SCORE,
        missing=sorted_out.missing,
    )


def _sort_out(values: npt.ArrayLike, groups: npt.ArrayLike | Groups, missing: Mapping[str, int] | None) -> _Sorted:
    column = floats(values)
    valid = ~np.isnan(column)
    (kept,), reasons = complete_rows(column, missing=missing)
    everyone = {name: kept[places] for name, places in Groups.of(groups)[valid].places().items()}
    large = {name: part for name, part in everyone.items() if len(part) >= MINIMUM_FOR_TESTS}
    if len(large) < 2:
        return _Sorted(everyone, (), reasons, groups_lack(list(everyone.values())) or Because.BELOW_MINIMUM)
    return _Sorted(
        large, tuple(name for name in everyone if name not in large), reasons, groups_lack(list(large.values()))
    )


def _dunn(means: Mapping[str, float], sizes: Mapping[str, int], variance: float) -> tuple[GroupPair, ...]:
    pairs = list(combinations(means, 2))
    zs = [(means[a] - means[b]) / math.sqrt(variance * (1 / sizes[a] + 1 / sizes[b])) for a, b in pairs]
    raw = [normal_p(z) for z in zs]
    return tuple(
        GroupPair(a, b, z, p, adjusted or 0.0) for (a, b), z, p, adjusted in zip(pairs, zs, raw, holm(raw), strict=True)
    )


def _welch_anova(parts: list[Floats]) -> tuple[float, float, float]:
    k = len(parts)
    sizes = np.array([len(part) for part in parts], dtype=np.float64)
    means = np.array([part.mean() for part in parts])
    weights = sizes / np.array([part.var(ddof=1) for part in parts])
    middle = (weights * means).sum() / weights.sum()
    lack = float(((1 - weights / weights.sum()) ** 2 / (sizes - 1)).sum())
    numerator = float((weights * (means - middle) ** 2).sum()) / (k - 1)
    return numerator / (1 + 2 * (k - 2) / (k * k - 1) * lack), k - 1, (k * k - 1) / (3 * lack)
