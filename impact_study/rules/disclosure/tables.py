"""Counts of people that leave the house, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MANY = 10**9
"""More people than any study asks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of people. `named` says that it is about a group one could point at: there, nobody tells as much as few.

    `minimum` is its own where a question is about health, or its answers were typed.
    """

    key: str
    count: int
    named: bool = False
    minimum: int = 0

    def is_small(self, k: int) -> bool:
        return (0 if self.named else 1) <= self.count < max(k, self.minimum)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts whose counts it adds. Views that share a cell are linked through its key."""

    total: str
    parts: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.total, *self.parts)


@dataclass(frozen=True)
class Tables:
    """All that is released together: breakdowns offered in one publication are one set."""

    cells: Mapping[str, Cell]
    sums: tuple[Sum, ...] = ()

    @classmethod
    def of(cls, cells: Iterable[Cell], sums: Iterable[Sum] = ()) -> Tables:
        return cls({cell.key: cell for cell in cells}, tuple(dict.fromkeys(sums)))

    def linked(self) -> list[Tables]:
        """The parts that no sum connects: each is protected by itself."""
        parent = {key: key for key in self.cells}

        def root(key: str) -> str:
            while parent[key] != key:
                parent[key] = parent[parent[key]]
                key = parent[key]
            return key

        for each in self.sums:
            for key in each.parts:
                parent[root(key)] = root(each.total)
        cells: dict[str, dict[str, Cell]] = {}
        sums: dict[str, list[Sum]] = {}
        for key, cell in self.cells.items():
            cells.setdefault(root(key), {})[key] = cell
        for each in self.sums:
            sums.setdefault(root(each.total), []).append(each)
        return [Tables(found, tuple(sums.get(name, ()))) for name, found in cells.items()]


@dataclass(frozen=True)
class Protection:
    """Which counts are not told: those under the minimum, and those that would tell them by subtraction."""

    small: frozenset[str] = field(default_factory=frozenset)
    beside: frozenset[str] = field(default_factory=frozenset)

    @property
    def hidden(self) -> frozenset[str]:
        return self.small | self.beside

    def shows(self, key: str) -> bool:
        return key not in self.small and key not in self.beside
