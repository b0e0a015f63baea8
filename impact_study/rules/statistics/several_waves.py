"""Same people, three or more waves: Friedman's test, Kendall's W, pairs of waves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, rounded, varies
from impact_study.rules.statistics.corrections import holm
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, NotComputed, Result
from impact_study.rules.statistics.signed_ranks import SignedRanks, signed_ranks


@dataclass(frozen=True)
class WavePair:
    first: str
    second: str
    test: SignedRanks | NotComputed
    p_adjusted: float | None


@dataclass(frozen=True, kw_only=True)
class SeveralWaves(Result):
    """Only people with a value in every wave; `p_adjusted` of the pairs is Holm's within this item."""

    waves: tuple[str, ...]
    medians: tuple[float, ...]
    means: tuple[float, ...]
    chi_square: float
    df: int
    p: float
    kendall_w: float
    pairs: tuple[WavePair, ...]


def several_waves(
    columns: Sequence[npt.ArrayLike], *, waves: Sequence[str], missing: Mapping[str, int] | None = None
) -> SeveralWaves | NotComputed:
    """Friedman 1937, corrected for ties."""
    kept, reasons = complete_rows(*columns, missing=missing)
    n, k = len(kept[0]), len(kept)
    table = rounded(np.column_stack(kept))
    if because := _lack(table):
        return NotComputed(
            because=because,
            n=n,
            method=Method.FRIEDMAN,
            rule=Rule.SAME_PEOPLE_SEVERAL_WAVES,
            missing=reasons,
            needed=MINIMUM_FOR_TESTS,
        )
    chi_square = friedman(table)
    return SeveralWaves(
        method=Method.FRIEDMAN,
        rule=Rule.SAME_PEOPLE_SEVERAL_WAVES,
        n=n,
        missing=reasons,
        waves=tuple(waves),
        medians=tuple(float(value) for value in np.median(table, axis=0)),
        means=tuple(float(value) for value in table.mean(axis=0)),
        chi_square=chi_square,
        df=k - 1,
        p=float(stats.chi2.sf(chi_square, k - 1)),
        kendall_w=chi_square / (n * (k - 1)),
        pairs=_pairs(kept, waves),
    )


def friedman(table: Floats) -> float:
    n, k = table.shape
    ranks = stats.rankdata(table, axis=1)
    equal_in_row = (table[:, :, None] == table[:, None, :]).sum(axis=2)
    ties = float((equal_in_row**2 - 1).sum())
    spread = 12 / (n * k * (k + 1)) * float((ranks.sum(axis=0) ** 2).sum()) - 3 * n * (k + 1)
    return spread / (1 - ties / (n * k * (k * k - 1)))


def _lack(table: Floats) -> Because | None:
    if not len(table):
        return Because.ALL_MISSING
    if len(table) < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    if table.shape[1] < 2:
        return Because.ONE_GROUP
    return None if varies(table - table[:, [0]]) else Because.NO_VARIATION


def _pairs(columns: Sequence[Floats], waves: Sequence[str]) -> tuple[WavePair, ...]:
    places = list(combinations(range(len(columns)), 2))
    tests = [signed_ranks(columns[a], columns[b]) for a, b in places]
    adjusted = holm([None if isinstance(test, NotComputed) else test.p for test in tests])
    return tuple(WavePair(waves[a], waves[b], test, p) for (a, b), test, p in zip(places, tests, adjusted, strict=True))
