"""Columns of answers as arrays: what is missing taken out, values rounded so that equal ones tie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from impact_study.enums import Missing

type Floats = npt.NDArray[np.float64]
type Places = npt.NDArray[np.intp]

DECIMALS = 10
"""Values are rounded to this many before they are ranked, so that equal differences tie."""


def floats(values: npt.ArrayLike) -> Floats:
    """None becomes NaN; so does infinity, which nobody can have answered."""
    array = np.array(values, dtype=np.float64)
    array[~np.isfinite(array)] = np.nan
    return array


def complete_rows(
    *columns: npt.ArrayLike, missing: Mapping[str, int] | None = None
) -> tuple[list[Floats], dict[str, int]]:
    """The rows that have a value in each column, and how many have not, by reason.

    Without `missing`, the rows left out count as not answered.
    """
    arrays = [floats(column) for column in columns]
    kept = np.logical_and.reduce([~np.isnan(array) for array in arrays])
    left_out = int(len(kept) - kept.sum())
    reasons = ({Missing.NO_ANSWER.value: left_out} if left_out else {}) if missing is None else dict(missing)
    return [array[kept] for array in arrays], reasons


def rounded(values: Floats) -> Floats:
    return np.round(values, DECIMALS)


def varies(values: Floats) -> bool:
    """Whether two values differ by more than the noise of computing."""
    return bool(len(values)) and bool(np.ptp(rounded(values)) > 0)


def mid_ranks(values: Floats) -> Floats:
    """Equal values share the middle of their places. Answers have few distinct values, so nothing is sorted."""
    place, sizes = _distinct(values)
    ranks: Floats = (np.cumsum(sizes) - (sizes - 1) / 2)[place]
    return ranks


def tie_sum(values: Floats) -> float:
    """The sum of t^3 - t over the sets of equal values."""
    _, sizes = _distinct(values)
    return float((sizes**3 - sizes).sum())


def _distinct(values: Floats) -> tuple[Places, Floats]:
    """For each value its place among the distinct ones, and how often these occur."""
    near = rounded(values)
    distinct = np.unique(near)
    place = np.searchsorted(distinct, near)
    return place, np.bincount(place, minlength=len(distinct)).astype(np.float64)


@dataclass(frozen=True)
class Groups:
    """Who belongs to which group: a number for each row, -1 for none. Texts are compared once and then never again."""

    names: tuple[str, ...]
    numbers: Places

    @classmethod
    def of(cls, told: npt.ArrayLike | Groups) -> Groups:
        if isinstance(told, Groups):
            return told
        values = [None if value is None else str(value) for value in np.asarray(told, dtype=object).tolist()]
        names = tuple(sorted({value for value in values if value is not None}))
        number: dict[str | None, int] = {None: -1} | {name: place for place, name in enumerate(names)}
        return cls(names, np.array([number[value] for value in values], dtype=np.intp))

    def __getitem__(self, rows: npt.NDArray[np.bool_] | Places) -> Groups:
        return Groups(self.names, self.numbers[rows])

    @property
    def told(self) -> npt.NDArray[np.bool_]:
        return self.numbers >= 0

    def places(self) -> dict[str, Places]:
        """Where each group stands that has anybody, in the order of their names."""
        found = {name: np.flatnonzero(self.numbers == number) for number, name in enumerate(self.names)}
        return {name: places for name, places in found.items() if len(places)}
