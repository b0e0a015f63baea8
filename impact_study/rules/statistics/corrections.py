"""Corrections for many tests; those that could not run do not count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from impact_study.rules.statistics.codes import Correction


def holm(values: Sequence[float | None]) -> list[float | None]:
    """Keeps the chance of any false finding in the family (Holm 1979)."""
    return _stepwise(values, lambda p, place, tests: p * (tests - place), rising=True)


def benjamini_hochberg(values: Sequence[float | None]) -> list[float | None]:
    """Keeps the share of false findings among the findings (Benjamini & Hochberg 1995)."""
    return _stepwise(values, lambda p, place, tests: p * tests / (place + 1), rising=False)


CORRECTIONS: Mapping[Correction, Callable[[Sequence[float | None]], list[float | None]]] = {
    Correction.HOLM: holm,
    Correction.BENJAMINI_HOCHBERG: benjamini_hochberg,
}


def _stepwise(
    values: Sequence[float | None], step: Callable[[float, int, int], float], *, rising: bool
) -> list[float | None]:
    """Each p stepped by its place among the smaller ones, then made monotone and at most 1."""
    ran = sorted((p, index) for index, p in enumerate(values) if p is not None)
    steps = [(max(p, step(p, place, len(ran))), index) for place, (p, index) in enumerate(ran)]
    adjusted: list[float | None] = [None] * len(values)
    bound = 0.0 if rising else 1.0
    for stepped, index in steps if rising else reversed(steps):
        bound = min(1.0, max(bound, stepped)) if rising else min(bound, stepped)
        adjusted[index] = bound
    return adjusted
