"""Did arms or countries change differently: covariance analysis, checked by differences in differences."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import Floats, Groups, floats, varies
from impact_study.rules.statistics.effect_sizes import t_p, t_reach
from impact_study.rules.statistics.least_squares import Fit, fit
from impact_study.rules.statistics.results import LEVEL, MINIMUM_FOR_TESTS, Interval, NotComputed, Result
from impact_study.rules.statistics.two_groups import TwoGroupScores, two_group_scores

GROUPS = slice(2, None)
"""Their places among the coefficients, after the constant and the value before."""


@dataclass(frozen=True)
class AdjustedDifference:
    """A group less the reference group, at equal values before; the robust figures (HC3) stand beside."""

    group: str
    difference: float
    se: float
    interval: Interval
    p: float
    robust_se: float
    robust_interval: Interval
    robust_p: float
    change_difference: TwoGroupScores | NotComputed


@dataclass(frozen=True, kw_only=True)
class AdjustedChange(Result):
    """After on before and group; `f` asks whether the groups differ at all, `slope` is that of before."""

    reference: str
    groups: Mapping[str, int]
    left_out: tuple[str, ...]
    f: float
    df_between: int
    df_within: int
    p: float
    robust_f: float
    robust_p: float
    slope: float
    differences: tuple[AdjustedDifference, ...]


type Pairs = tuple[Floats, Floats]


@dataclass(frozen=True)
class _Rows:
    """Before and after of each group, the reference first."""

    groups: Mapping[str, Pairs]
    left_out: tuple[str, ...]

    @property
    def before(self) -> Floats:
        return np.concatenate([before for before, _after in self.groups.values()])

    @property
    def after(self) -> Floats:
        return np.concatenate([after for _before, after in self.groups.values()])

    def design(self) -> Floats:
        sizes = [len(before) for before, _after in self.groups.values()]
        number = np.repeat(np.arange(len(sizes)), sizes)
        others = [(number == place).astype(np.float64) for place in range(1, len(sizes))]
        return np.column_stack([np.ones(len(number)), self.before, *others])


def adjusted_change(
    before: npt.ArrayLike,
    after: npt.ArrayLike,
    groups: npt.ArrayLike | Groups,
    *,
    reference: str = "",
    missing: Mapping[str, int] | None = None,
) -> AdjustedChange | NotComputed:
    """Van Breukelen 2006. Without a named reference the first group by name is it."""
    first, second, names = floats(before), floats(after), Groups.of(groups)
    kept = ~np.isnan(first) & ~np.isnan(second) & names.told
    left = int(len(kept) - kept.sum())
    reasons = ({"no_answer": left} if left else {}) if missing is None else dict(missing)
    rows = _sort_out(first[kept], second[kept], names[kept], reference)
    fitted = rows if isinstance(rows, Because) else _fit(rows)
    if isinstance(rows, _Rows) and isinstance(fitted, Fit):
        return _told(rows, fitted, reasons)
    return NotComputed(
        because=fitted if isinstance(fitted, Because) else Because.ONE_GROUP,
        n=int(kept.sum()),
        method=Method.ANCOVA,
        rule=Rule.CHANGE_BETWEEN_GROUPS,
        missing=reasons,
        needed=MINIMUM_FOR_TESTS,
    )


def _sort_out(before: Floats, after: Floats, groups: Groups, reference: str) -> _Rows | Because:
    everyone = {name: (before[places], after[places]) for name, places in groups.places().items()}
    large = [name for name, (own, _after) in everyone.items() if len(own) >= MINIMUM_FOR_TESTS]
    if len(everyone) < 2:
        return Because.ONE_GROUP if everyone else Because.ALL_MISSING
    if len(large) < 2 or (reference and reference not in large):
        return Because.BELOW_MINIMUM
    order = sorted(large, key=lambda name: name != reference)
    left_out = tuple(name for name in everyone if name not in large)
    return _Rows({name: everyone[name] for name in order}, left_out)


def _fit(rows: _Rows) -> Fit | Because:
    if not varies(rows.before) or not varies(rows.after):
        return Because.NO_VARIATION
    fitted = fit(rows.design(), rows.after)
    if fitted is None:
        return Because.SEPARATION
    return fitted if math.sqrt(fitted.residual_sum / len(rows.after)) > 1e-9 else Because.NO_VARIATION


def _told(rows: _Rows, fitted: Fit, missing: Mapping[str, int]) -> AdjustedChange:
    f, p = fitted.joint_test(GROUPS, fitted.covariance)
    robust_f, robust_p = fitted.joint_test(GROUPS, fitted.robust)
    cautions = {
        Caution.GROUPS_LEFT_OUT: bool(rows.left_out),
        Caution.UNEQUAL_SLOPES: _slopes_differ(rows, fitted),
    }
    return AdjustedChange(
        method=Method.ANCOVA,
        rule=Rule.CHANGE_BETWEEN_GROUPS,
        n=len(rows.before),
        missing=missing,
        warnings=tuple(caution for caution, holds in cautions.items() if holds),
        reference=next(iter(rows.groups)),
        groups={name: len(before) for name, (before, _after) in rows.groups.items()},
        left_out=rows.left_out,
        f=f,
        df_between=len(rows.groups) - 1,
        df_within=fitted.df,
        p=p,
        robust_f=robust_f,
        robust_p=robust_p,
        slope=float(fitted.coefficients[1]),
        differences=tuple(_difference(rows, fitted, place) for place in range(2, len(fitted.coefficients))),
    )


def _difference(rows: _Rows, fitted: Fit, place: int) -> AdjustedDifference:
    names = list(rows.groups)
    name, difference = names[place - 1], float(fitted.coefficients[place])
    se, robust_se = (math.sqrt(float(matrix[place, place])) for matrix in (fitted.covariance, fitted.robust))
    return AdjustedDifference(
        group=name,
        difference=difference,
        se=se,
        interval=Interval.around(difference, t_reach(se, fitted.df)),
        p=t_p(difference / se, fitted.df),
        robust_se=robust_se,
        robust_interval=Interval.around(difference, t_reach(robust_se, fitted.df)),
        robust_p=t_p(difference / robust_se, fitted.df),
        change_difference=change_difference(rows.groups[name], rows.groups[names[0]]),
    )


def change_difference(
    own: tuple[npt.ArrayLike, npt.ArrayLike], reference: tuple[npt.ArrayLike, npt.ArrayLike]
) -> TwoGroupScores | NotComputed:
    """The difference in differences: Welch on the change scores, a group less its reference."""
    compared = two_group_scores(*(floats(after) - floats(before) for before, after in (own, reference)))
    return replace(compared, method=Method.DIFFERENCE_IN_DIFFERENCES, rule=Rule.CHANGE_BETWEEN_GROUPS)


def _slopes_differ(rows: _Rows, fitted: Fit) -> bool:
    """Whether the lines of the groups are not parallel, so that one adjusted difference does not fit everywhere."""
    design = rows.design()
    crossed = fit(np.column_stack([design, design[:, 2:] * rows.before[:, None]]), rows.after)
    if crossed is None or crossed.residual_sum <= 0:
        return False
    _f, p = crossed.joint_test(slice(design.shape[1], None), crossed.covariance)
    return p < 1 - LEVEL
