"""The tallies as the board reads them: by cell and period, with the months beside.

What is folded only changes with the number of folds, so a process reads it once a fold; after a change it reads the few
deltas that came since.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from core.prepared import Prepared
from core.remembered import Remembered
from network.models import Project
from network.services.tallies import SUMS

type Key = tuple[int | None, int, int | None]
type Line = tuple[Any, ...]


@dataclass(frozen=True)
class CellSum:
    """One cell and one period that took in its heads: the sums, and the heads by the month they were first seen."""

    sums: tuple[int, ...] = (0,) * len(SUMS)
    by_month: Mapping[date, int] = field(default_factory=dict)

    @property
    def figures(self) -> dict[str, int]:
        return dict(zip(SUMS, self.sums, strict=True))

    def without_heads(self) -> CellSum:
        """What waits or came late alone."""
        return replace(self, sums=(0, 0, 0, *self.sums[3:]), by_month={})


FRESH = """
SELECT 'fresh', p.tallies_folded, d.partner_id, d.category_id, d.period_id, CAST(d.month AS varchar(10)),
    d.heads, d.evidenced, d.shared, d.waiting, d.late
FROM network_project p LEFT JOIN network_tallydelta d ON d.project_id = p.id WHERE p.id = %(key)s
"""
FOLDED = """
SELECT 'folded', p.tallies_folded, t.partner_id, t.category_id, t.period_id, CAST(t.month AS varchar(10)),
    t.heads, t.evidenced, t.shared, t.waiting, t.late
FROM network_project p LEFT JOIN network_tally t ON t.project_id = p.id WHERE p.id = %(key)s
"""
# Fresh ones alone, or both in one statement: a fold that goes on meanwhile is seen wholly or not at all.
READ_FRESH = Prepared("fresh_tallies", FRESH)
READ_BOTH = Prepared("all_tallies", f"{FRESH} UNION ALL {FOLDED}")

KEPT: Remembered[dict[Key, CellSum]] = Remembered(32)


def read_sums(project: Project, *, folds: int) -> dict[Key, CellSum]:
    """By partner (none: distinct in the project), category and period, in one statement.

    `folds` is the number last seen: if what was folded then is still known, only the deltas are read.
    """
    kept = KEPT.known((project.pk, project.created_at, folds))
    if kept is not None:
        fresh = READ_FRESH.rows(project.pk)
        if fresh[0][1] == folds:
            return added(kept, fresh)
    both = READ_BOTH.rows(project.pk)
    fresh = [line for line in both if line[0] == "fresh"]
    key = project.pk, project.created_at, fresh[0][1]
    return added(KEPT.get(key, lambda: added({}, (line for line in both if line[0] == "folded"))), fresh)


def added(sums: Mapping[Key, CellSum], lines: Iterable[Line]) -> dict[Key, CellSum]:
    """The sums with what the lines of the database add; those that they do not touch are the same objects."""
    figures: dict[Key, list[int]] = defaultdict(lambda: [0] * len(SUMS))
    months: dict[Key, Counter[date]] = defaultdict(Counter)
    for _name, _folds, partner, category, period, month, *values in lines:
        if category is None:
            continue  # a project that has no such rows
        key = partner, category, period
        for place, value in enumerate(values):
            figures[key][place] += value
        if values[0]:
            months[key][date.fromisoformat(month)] += values[0]
    found = dict(sums)
    for key, moved in figures.items():
        before = found.get(key, CellSum())
        by_month = Counter(before.by_month)
        by_month.update(months[key])
        total = tuple(map(sum, zip(before.sums, moved, strict=True)))
        found[key] = CellSum(total, {month: heads for month, heads in by_month.items() if heads})
    return found
