"""Hide counts under the minimum, and as few others as keep anybody from working them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from impact_study.rules.disclosure.bounds import Attack, Equation, Range, components, equations
from impact_study.rules.disclosure.tables import MANY, Protection, Tables


def protect(tables: Tables, k: int) -> Protection:
    """Small counts first, then others, the smallest first, until no hidden count can be computed."""
    parts = [Hiding(part, k).done() for part in tables.linked()]
    return Protection(
        frozenset().union(*(part.small for part in parts)), frozenset().union(*(part.beside for part in parts))
    )


class Hiding:
    """Works on tables that hang together. What was once found possible stays so when more is hidden."""

    def __init__(self, tables: Tables, k: int) -> None:
        self.tables, self.k = tables, k
        self.small = {key for key, cell in tables.cells.items() if cell.is_small(k)}
        self.beside: set[str] = set()
        self.safe: set[str] = set()
        self.unmarked: dict[str, Range] = {}
        self.marked: dict[str, Range] = {}

    @property
    def hidden(self) -> frozenset[str]:
        return frozenset(self.small | self.beside)

    def done(self) -> Protection:
        """Where all is hidden, nothing is released at all."""
        while (
            self.small and self.tables.sums and len(self.hidden) < len(self.tables.cells)
            and (exposed := self.lonely() or self.exposed())
        ):  # fmt: skip
            self.beside.add(self.next_beside(exposed))
        return Protection(frozenset(self.small), frozenset(self.beside))

    def lonely(self) -> set[str]:
        """Hidden counts that stand alone in a sum: plain subtraction."""
        hidden = self.hidden
        unknown = ([key for key in each.keys if key in hidden] for each in self.tables.sums)
        return {keys[0] for keys in unknown if len(keys) == 1}

    def exposed(self) -> set[str]:
        """Hidden counts that cannot be many, or can only be one thing.

        Whoever ignores our marks must think each hidden count possible that reaches the minimum; whoever reads them
        ("fewer than", "to protect another") must still be left with two possible counts.
        """
        found: set[str] = set()
        for names, given in components(self.hidden, equations(self.tables, self.hidden)):
            unsure = [key for key in names if key not in self.safe]
            if unsure:
                found |= self.exposed_in(names, given, unsure)
        return found

    def exposed_in(self, names: list[str], given: list[Equation], unsure: Iterable[str]) -> set[str]:
        for key in names:
            count = self.tables.cells[key].count
            self.unmarked.setdefault(key, (count, count))
            self.marked.setdefault(key, (count, count))
        careless = Attack(names, given, dict.fromkeys(names, (0, MANY)), self.unmarked)
        careful = Attack(names, given, {key: self.told(key) for key in names}, self.marked)
        exposed = set()
        for key in unsure:
            if careless.reaches(key, self.floor(key)) and careless.is_open(key, 2) and careful.is_open(key, 1):
                self.safe.add(key)
            else:
                exposed.add(key)
                break  # the next count that is hidden may help the others too
        return exposed

    def floor(self, key: str) -> int:
        return max(self.k, self.tables.cells[key].minimum)

    def told(self, key: str) -> Range:
        """What our own mark says of a hidden count."""
        cell = self.tables.cells[key]
        if key in self.small:
            return (0 if cell.named else 1), self.floor(key) - 1
        return (0 if cell.count < self.floor(key) else self.floor(key)), MANY

    def next_beside(self, exposed: set[str]) -> str:
        """The smallest shown count in a sum with an exposed one; of equals, the one in most of their sums."""
        beside: Counter[str] = Counter()
        for each in self.tables.sums:
            if exposed & set(each.keys):
                beside.update(key for key in each.keys if key not in self.hidden)
        known = self.tables.cells
        real = [key for key in beside if known[key].count] or list(beside)
        real = real or [key for key in known if key not in self.hidden]
        return min(real, key=lambda key: (known[key].count, -beside[key], key))
