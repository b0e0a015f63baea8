"""Is a scale consistent: Cronbach's alpha and what each item does to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows, varies
from impact_study.rules.statistics.effect_sizes import TAIL
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, Interval, NotComputed, Result

FEW = 30
LOW = 0.60


@dataclass(frozen=True)
class ItemFigures:
    """`item_total` is the correlation with the sum of the other items; null where the item does not vary."""

    code: str
    mean: float
    sd: float
    item_total: float | None
    alpha_if_dropped: float | None


@dataclass(frozen=True, kw_only=True)
class Reliability(Result):
    """On people who answered every item, reversed ones turned. `spearman_brown` is given for two items."""

    alpha: float
    interval: Interval
    standardised_alpha: float | None
    spearman_brown: float | None
    items: tuple[ItemFigures, ...]


def reliability(
    columns: Sequence[npt.ArrayLike], *, codes: Sequence[str], missing: Mapping[str, int] | None = None
) -> Reliability | NotComputed:
    """Cronbach 1951; Feldt 1965. The columns are already turned."""
    kept, reasons = complete_rows(*columns, missing=missing)
    table = np.column_stack(kept)
    two = table.shape[1] == 2
    method = Method.SPEARMAN_BROWN if two else Method.CRONBACH_ALPHA
    rule = Rule.TWO_ITEMS if two else Rule.SEVERAL_ITEMS
    if because := _lack(table):
        return NotComputed(
            because=because,
            n=len(table),
            method=method,
            rule=rule,
            missing=reasons,
            needed=MINIMUM_FOR_TESTS,
        )
    alpha = _alpha(table)
    items = tuple(_item(table, place, code) for place, code in enumerate(codes))
    standardised = _standardised_alpha(table)
    return Reliability(
        method=method,
        rule=rule,
        n=len(table),
        missing=reasons,
        warnings=_warnings(len(table), standardised if two and standardised is not None else alpha, items),
        alpha=alpha,
        interval=feldt_interval(alpha, *table.shape),
        standardised_alpha=standardised,
        spearman_brown=standardised if two else None,
        items=items,
    )


def feldt_interval(alpha: float, n: int, k: int) -> Interval:
    df = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * float(stats.f.ppf(share, *df)) for share in (1 - TAIL, TAIL))
    return Interval(low, high)


def _lack(table: Floats) -> Because | None:
    if not len(table):
        return Because.ALL_MISSING
    if len(table) < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    if table.shape[1] < 2:
        return Because.ONE_GROUP
    return None if varies(table.sum(axis=1)) else Because.NO_VARIATION


def _alpha(table: Floats) -> float:
    k = table.shape[1]
    return float(k / (k - 1) * (1 - table.var(axis=0, ddof=1).sum() / table.sum(axis=1).var(ddof=1)))


def _standardised_alpha(table: Floats) -> float | None:
    """For two items this is Spearman and Brown's formula."""
    if not all(varies(column) for column in table.T):
        return None
    k = table.shape[1]
    correlations = np.corrcoef(table, rowvar=False)
    mean = float((correlations.sum() - k) / (k * (k - 1)))
    room = 1 + (k - 1) * mean
    return k * mean / room if abs(room) > 1e-12 else None


def _item(table: Floats, place: int, code: str) -> ItemFigures:
    own, others = table[:, place], np.delete(table, place, axis=1)
    rest = others.sum(axis=1)
    related = varies(own) and varies(rest)
    return ItemFigures(
        code=code,
        mean=float(own.mean()),
        sd=float(own.std(ddof=1)),
        item_total=float(np.corrcoef(own, rest)[0, 1]) if related else None,
        alpha_if_dropped=_alpha(others) if others.shape[1] > 1 and varies(rest) else None,
    )


def _warnings(n: int, consistency: float, items: Sequence[ItemFigures]) -> tuple[Caution, ...]:
    found = {
        Caution.FEW_RESPONSES: n < FEW,
        Caution.NEGATIVE_ITEM_TOTAL: any(item.item_total is not None and item.item_total < 0 for item in items),
        Caution.LOW_ALPHA: consistency < LOW,
        Caution.ITEM_WITHOUT_VARIATION: any(item.sd == 0 for item in items),
    }
    return tuple(caution for caution, holds in found.items() if holds)
