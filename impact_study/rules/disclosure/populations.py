"""Whom a result is about, and every number of people it tells: cells that blocks and breakdowns share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from impact_study.rules.disclosure.tables import Cell, Sum, Tables

FACTS = frozenset({"group", "partner", "country", "language", "organisation"})
"""Columns whose values name groups of people."""
LINKED = {"compare_paired", "compare_waves3", "change_between_groups"}

type Filters = frozenset[tuple[str, str]]
type Data = Mapping[str, Any]


def subject_of(finding: Data) -> str:
    """What is counted: answers to a question, people found again with both answers, two questions together."""
    name = str(finding["variable"])
    if finding["kind"] in LINKED:
        name = f"linked:{name}"
    if finding["other"] and finding["kind"] != "crosstab":
        return f"{name}×{finding['other']}"
    return name


def filters_of(finding: Data) -> Filters:
    filters = dict(finding["where"])
    if len(finding["groups"]) == 1:
        filters["group"] = finding["groups"][0]
    elif finding["groups"]:
        filters["groups"] = "+".join(sorted(finding["groups"]))
    filters.setdefault("wave", "+".join(finding["waves"]) or "all")
    return frozenset(filters.items())


@dataclass
class Collected:
    """Cells by subject, what is counted, and filters: the same count told in two places is one cell."""

    minima: Mapping[str, int]
    cells: dict[str, Cell] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    places: dict[tuple[str, str], dict[Filters, str]] = field(default_factory=dict)

    def add(self, subject: str, what: str, filters: Filters, count: int) -> str:
        base = f"{subject}|{what}|{','.join('='.join(each) for each in sorted(filters))}"
        key = base
        while key in self.cells and self.cells[key].count != count:
            key += "~"  # the same people counted under another condition
        if key not in self.cells:
            named = bool(FACTS & {column for column, _value in filters})
            minimum = self.minima.get(subject.removeprefix("linked:").partition("×")[0], 0)
            self.cells[key] = Cell(key, count, named, minimum)
        if key == base:
            self.places.setdefault((subject, what), {})[filters] = key
        return key

    def adds_up(self, total: str, *parts: str) -> None:
        self.sums.append(Sum(total, parts))

    def tables(self) -> Tables:
        """With the sums of breakdowns: the whole is its parts, and who is in none of them."""
        for (subject, what), known in list(self.places.items()):
            for filters, key in known.items():
                for column, parts in _parts(filters, known):
                    self._break_down(f"{subject}|{what}|rest:{column}|{key}", key, parts)
        return Tables.of(self.cells.values(), self.sums)

    def _break_down(self, name: str, whole: str, parts: tuple[str, ...]) -> None:
        rest = self.cells[whole].count - sum(self.cells[part].count for part in parts)
        if rest > 0:
            self.cells[name] = Cell(name, rest)
            parts = (*parts, name)
        if rest >= 0:
            self.sums.append(Sum(whole, parts))


def _parts(filters: Filters, known: Mapping[Filters, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each column, the cells that differ from the whole by one value of it alone."""
    found: dict[str, list[str]] = {}
    for other, key in known.items():
        if len(other) == len(filters) + 1 and filters < other:
            ((column, _value),) = other - filters
            found.setdefault(column, []).append(key)
    for column, keys in found.items():
        yield column, tuple(keys)
