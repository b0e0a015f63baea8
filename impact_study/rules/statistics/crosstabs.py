"""Two closed items: Pearson's chi-square with its effect sizes and the cells that stand out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from impact_study.rules.statistics.codes import Because, Caution, Method, PercentOf, Rule
from impact_study.rules.statistics.columns import Floats
from impact_study.rules.statistics.results import MINIMUM_FOR_TESTS, NotComputed, Result

PERMUTATIONS = 9_999
SEED = 20_260_101
type Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Crosstab(Result):
    """Empty rows and columns stay out of the test. `residuals` are adjusted: beyond 2 a cell stands out."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    percent_of: PercentOf
    shares: tuple[tuple[float, ...], ...]
    residuals: tuple[tuple[float, ...], ...]
    chi_square: float
    df: int
    p: float
    cramers_v: float
    cramers_v_corrected: float
    permutations: int | None = None
    seed: int | None = None


def crosstab(
    counts: npt.ArrayLike,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    percent_of: PercentOf = PercentOf.ROW,
    missing: Mapping[str, int] | None = None,
    seed: int = SEED,
) -> Crosstab | NotComputed:
    """Cramer 1946; Bergsma 2013. `counts` holds people who answered both."""
    full = np.asarray(counts, dtype=np.int64).reshape(len(rows), len(columns))
    in_rows, in_columns = full.any(axis=1), full.any(axis=0)
    table = full[in_rows][:, in_columns]
    if because := _lack(table):
        return NotComputed(
            because=because,
            n=int(full.sum()),
            method=Method.CHI_SQUARE,
            missing=missing or {},
            needed=MINIMUM_FOR_TESTS,
        )
    n, expected = int(table.sum()), _expected(table)
    chi_square = float(((table - expected) ** 2 / expected).sum())
    method, picked = _pick(table, expected)
    permuted = method is Method.PERMUTATION
    return Crosstab(
        method=method,
        rule=picked,
        n=n,
        missing=missing or {},
        warnings=() if method is Method.CHI_SQUARE else (Caution.SMALL_EXPECTED_COUNTS,),
        rows=_named(rows, in_rows),
        columns=_named(columns, in_columns),
        counts=tuple(tuple(int(cell) for cell in row) for row in table),
        percent_of=percent_of,
        shares=_nested(table / table.sum(axis=1 if percent_of is PercentOf.ROW else 0, keepdims=True)),
        residuals=_nested(_adjusted_residuals(table, expected)),
        chi_square=chi_square,
        df=(table.shape[0] - 1) * (table.shape[1] - 1),
        p=_p(method, table, chi_square, seed),
        cramers_v=math.sqrt(chi_square / n / (min(table.shape) - 1)),
        cramers_v_corrected=_corrected_v(chi_square, n, *table.shape),
        permutations=PERMUTATIONS if permuted else None,
        seed=seed if permuted else None,
    )


def _lack(table: Counts) -> Because | None:
    if not table.sum():
        return Because.ALL_MISSING
    if table.sum() < MINIMUM_FOR_TESTS:
        return Because.BELOW_MINIMUM
    if table.shape[0] < 2:
        return Because.ONE_GROUP
    return Because.NO_VARIATION if table.shape[1] < 2 else None


def _expected(table: Counts) -> Floats:
    return np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()


def _pick(table: Counts, expected: Floats) -> tuple[Method, Rule]:
    if expected.min() >= 1 and (expected < 5).mean() <= 0.2:
        return Method.CHI_SQUARE, Rule.EXPECTED_COUNTS_LARGE
    if table.shape == (2, 2):
        return Method.FISHER_EXACT, Rule.EXPECTED_COUNTS_SMALL_TWO_BY_TWO
    return Method.PERMUTATION, Rule.EXPECTED_COUNTS_SMALL


def _p(method: Method, table: Counts, chi_square: float, seed: int) -> float:
    if method is Method.FISHER_EXACT:
        return float(min(1.0, stats.fisher_exact(table).pvalue))
    if method is Method.PERMUTATION:
        return _permuted_p(table, chi_square, seed)
    return float(stats.chi2.sf(chi_square, (table.shape[0] - 1) * (table.shape[1] - 1)))


def _permuted_p(table: Counts, chi_square: float, seed: int) -> float:
    """Tables with the margins of this one, as shuffling the answers would give them."""
    drawn = stats.random_table(table.sum(axis=1), table.sum(axis=0)).rvs(
        PERMUTATIONS, random_state=np.random.default_rng(seed)
    )
    expected = _expected(table)
    reached = ((drawn - expected) ** 2 / expected).sum(axis=(1, 2))
    return float((1 + (reached >= chi_square * (1 - 1e-9)).sum()) / (PERMUTATIONS + 1))


def _adjusted_residuals(table: Counts, expected: Floats) -> Floats:
    n = table.sum()
    row_rest = 1 - table.sum(axis=1, keepdims=True) / n
    column_rest = 1 - table.sum(axis=0, keepdims=True) / n
    residuals: Floats = (table - expected) / np.sqrt(expected * row_rest * column_rest)
    return residuals


def _corrected_v(chi_square: float, n: int, rows: int, columns: int) -> float:
    phi2 = max(0.0, chi_square / n - (rows - 1) * (columns - 1) / (n - 1))
    rows_left = rows - (rows - 1) ** 2 / (n - 1)
    columns_left = columns - (columns - 1) ** 2 / (n - 1)
    room = min(rows_left, columns_left) - 1
    return math.sqrt(phi2 / room) if room > 0 else 0.0


def _named(codes: Sequence[str], kept: npt.NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(code for code, keep in zip(codes, kept, strict=True) if keep)


def _nested(table: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(cell) for cell in row) for row in table)
