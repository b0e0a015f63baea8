"""Two coders on the same texts: Cohen's kappa."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from impact_study.rules.statistics.codes import Because, Method, Rule
from impact_study.rules.statistics.columns import Floats
from impact_study.rules.statistics.effect_sizes import normal_reach
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result


@dataclass(frozen=True, kw_only=True)
class Agreement(Result):
    """`agreement` is the plain share coded alike, `kappa` what is left of it beyond chance."""

    categories: tuple[str, ...]
    agreement: float
    kappa: float
    se: float
    interval: Interval


def cohen_kappa(first: Sequence[str | None], second: Sequence[str | None]) -> Agreement | NotComputed:
    """Cohen 1960, unweighted; standard error after Fleiss, Cohen & Everitt 1969."""
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    codes = sorted({code for pair in pairs for code in pair})
    left_out = len(first) - len(pairs)
    missing = {"no_answer": left_out} if left_out else {}
    because = _lack(len(pairs), len(codes))
    if because:
        return NotComputed(
            because=because,
            n=len(pairs),
            method=Method.COHEN_KAPPA,
            rule=Rule.TWO_CODERS,
            missing=missing,
            needed=MINIMUM_FOR_TESTS,
        )
    place = {code: index for index, code in enumerate(codes)}
    table = np.zeros((len(codes), len(codes)))
    for a, b in pairs:
        table[place[a], place[b]] += 1
    agreement, kappa, se = _kappa(table / len(pairs), len(pairs))
    return Agreement(
        method=Method.COHEN_KAPPA,
        rule=Rule.TWO_CODERS,
        n=len(pairs),
        missing=missing,
        categories=tuple(codes),
        agreement=agreement,
        kappa=kappa,
        se=se,
        interval=Interval.around(kappa, normal_reach(se)),
    )


def _lack(pairs: int, codes: int) -> Because | None:
    if not pairs:
        return Because.ALL_MISSING
    if pairs < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    return Because.NO_VARIATION if codes < 2 else None


def _kappa(shares: Floats, n: int) -> tuple[float, float, float]:
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    agreed, chance = float(np.trace(shares)), float(rows @ columns)
    kappa = (agreed - chance) / (1 - chance)
    margins = rows[None, :] + columns[:, None]
    same = float((np.diag(shares) * (1 - np.diag(margins) * (1 - kappa)) ** 2).sum())
    off = shares * margins**2
    apart = float((1 - kappa) ** 2 * (off.sum() - np.trace(off)))
    rest = (kappa - chance * (1 - kappa)) ** 2
    return agreed, kappa, math.sqrt(max(0.0, same + apart - rest) / n) / (1 - chance)
