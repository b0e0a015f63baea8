"""Scale scores from answers."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from impact_study.rules.statistics.codes import ScoreRule
from impact_study.rules.statistics.columns import Floats, floats


@dataclass(frozen=True)
class ScoreSheet:
    """How answers become a score. A sum over missing items is brought up to all items."""

    items: int
    reversed_items: Collection[int] = ()
    minimum: float = 1
    maximum: float = 5
    rule: ScoreRule = ScoreRule.MEAN
    least_share: float = 0.8

    @property
    def least_items(self) -> int:
        """The least share of answered items, rounded up to whole ones."""
        return math.ceil(Fraction(str(self.least_share)) * self.items)


def turned(answers: Sequence[npt.ArrayLike], sheet: ScoreSheet) -> Floats:
    """One column an item, the reversed ones turned round: minimum + maximum less the value."""
    table = np.column_stack([floats(column) for column in answers])
    for place in sheet.reversed_items:
        table[:, place] = sheet.minimum + sheet.maximum - table[:, place]
    return table


def scale_scores(answers: Sequence[npt.ArrayLike], sheet: ScoreSheet) -> Floats:
    """NaN where fewer items are answered than the rule asks for."""
    table = turned(answers, sheet)
    answered = (~np.isnan(table)).sum(axis=1)
    enough = answered >= max(1, sheet.least_items)
    means = np.full(len(table), np.nan)
    np.divide(np.nansum(table, axis=1), answered, out=means, where=enough)
    return means * sheet.items if sheet.rule is ScoreRule.SUM else means
