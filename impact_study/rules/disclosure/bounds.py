"""What somebody who has every released number can work out about a hidden one.

Whole numbers of people: with one sum by adding up, with several by integer programming (SciPy, so in workers only).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from impact_study.rules.disclosure.tables import Tables

type Range = tuple[int, int]


@dataclass(frozen=True)
class Equation:
    """Signs of the hidden counts, and what they add up to."""

    signs: Mapping[str, int]
    result: int


def equations(tables: Tables, hidden: frozenset[str]) -> list[Equation]:
    found = []
    for each in tables.sums:
        signs = {key: 1 for key in each.parts if key in hidden}
        known = sum(tables.cells[key].count for key in each.parts if key not in hidden)
        if each.total in hidden:
            signs[each.total] = -1
            found.append(Equation(signs, -known))
        elif signs:
            found.append(Equation(signs, tables.cells[each.total].count - known))
    return found


def components(hidden: Iterable[str], given: Iterable[Equation]) -> Iterator[tuple[list[str], list[Equation]]]:
    """Hidden counts that hang together through what is known of them."""
    left, waiting = dict.fromkeys(hidden), list(given)
    while left:
        names, mine = {next(iter(left))}, []
        while touching := [each for each in waiting if names & each.signs.keys()]:
            mine += touching
            waiting = [each for each in waiting if each not in touching]
            names.update(*(each.signs for each in touching))
        yield [key for key in left if key in names], mine
        left = {key: None for key in left if key not in names}


@dataclass
class Attack:
    """The ranges in which hidden counts can lie, given what is known of each beforehand.

    `seen` begins with the truth, which is a solution of its own: many questions are answered without searching.
    """

    names: list[str]
    given: list[Equation]
    limits: Mapping[str, Range]
    seen: dict[str, Range]

    def reaches(self, key: str, count: int) -> bool:
        """Whether the count may be as high as this."""
        if len(self.given) < 2:
            return self.range_of(key)[1] >= count
        if self.seen[key][1] < count:
            self._solve(key, -1)
        return self.seen[key][1] >= count

    def is_open(self, key: str, width: int) -> bool:
        """Whether the possible counts lie this far apart."""
        if len(self.given) < 2:
            low, high = self.range_of(key)
            return high - low >= width
        for sign in (-1, 1):
            if self.seen[key][1] - self.seen[key][0] < width:
                self._solve(key, sign)
        return self.seen[key][1] - self.seen[key][0] >= width

    def range_of(self, key: str) -> Range:
        """The least and the most it can be."""
        if not self.given:
            return self.limits[key]
        if len(self.given) == 1:
            return self._added_up(key)
        self._solve(key, 1)
        self._solve(key, -1)
        return self.seen[key]

    def _added_up(self, key: str) -> Range:
        only = self.given[0]
        low = high = only.result
        for name, sign in only.signs.items():
            if name != key:
                least, most = self.limits[name]
                low, high = (low - most, high - least) if sign == 1 else (low + least, high + most)
        if only.signs[key] == -1:
            low, high = -high, -low
        return max(low, self.limits[key][0]), min(high, self.limits[key][1])

    def _solve(self, key: str, sign: int) -> None:
        """Find the extreme, and note what the same solution shows of all others."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        place = {name: number for number, name in enumerate(self.names)}
        rows = np.zeros((len(self.given), len(self.names)))
        for number, each in enumerate(self.given):
            for name, factor in each.signs.items():
                rows[number, place[name]] = factor
        results = [each.result for each in self.given]
        wanted = np.zeros(len(self.names))
        wanted[place[key]] = sign
        low, high = zip(*(self.limits[name] for name in self.names), strict=True)
        solved = milp(
            wanted, integrality=np.ones(len(self.names)), bounds=Bounds(np.array(low), np.array(high)),
            constraints=LinearConstraint(rows, results, results),
        )  # fmt: skip
        if solved.x is None:
            raise ArithmeticError("The counts contradict each other.")
        for name, value in zip(self.names, np.rint(solved.x).astype(int).tolist(), strict=True):
            least, most = self.seen[name]
            self.seen[name] = min(least, value), max(most, value)
