"""Different people, several groups: scores, with Welch's analysis of variance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import (
    Floats,
    Groups,
    varies,
)
from impact_study.rules.statistics.results import NotComputed, Result
from impact_study.rules.statistics.several_groups import SortedGroups, sort_out


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


def several_group_scores(
    values: npt.ArrayLike, groups: npt.ArrayLike | Groups, *, missing: Mapping[str, int] | None = None
) -> SeveralGroupScores | NotComputed:
    """Welch's analysis of variance; a group without any spread has no weight in it and stops it."""
    sorted_out = sort_out(values, groups, missing)
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


def _without_spread(sorted_out: SortedGroups) -> NotComputed:
    return NotComputed(
        because=Because.NO_VARIATION,
        n=sum(sorted_out.sizes.values()),
        method=Method.WELCH_ANOVA,
        rule=Rule.SEVERAL_GROUPS_SCORE,
        missing=sorted_out.missing,
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
