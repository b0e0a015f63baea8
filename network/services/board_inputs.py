"""Everything the quota board is made from, apart from the tallies themselves, in one statement.

What is read is also the board's stamp: as long as it stays the same, so does the board. Tallies only ever change by
deltas that are appended and by folds that are numbered, so their newest delta, the number of deltas and the number of
folds stand for them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from core.labels import in_language
from core.prepared import Prepared
from network.models import Project

type Place = tuple[int | None, int]
type Line = tuple[Any, ...]

# Every part has the same seven columns: its name, four numbers, two texts.
STATEMENT = """
SELECT 'tallies', p.tallies_folded, count(d.id), max(d.id), CAST(NULL AS bigint), NULL, NULL
FROM network_project p LEFT JOIN network_tallydelta d ON d.project_id = p.id
WHERE p.id = %(key)s GROUP BY p.id
UNION ALL
SELECT 'partner', p.id, p.number, NULL, NULL, CAST(p.left_on AS varchar(10)),
    o.country || '|' || CASE WHEN o.short_name <> '' THEN o.short_name ELSE o.name END
FROM network_partner p JOIN network_organisation o ON o.id = p.organisation_id
WHERE p.project_id = %(key)s
UNION ALL
SELECT 'category', id, "order", stated_total, NULL, code, unit || CAST(name AS text)
FROM network_category WHERE project_id = %(key)s
UNION ALL
SELECT 'target', t.partner_id, t.category_id, t.heads, NULL, CAST(t.valid_from AS varchar(10)), NULL
FROM network_target t JOIN network_category c ON c.id = t.category_id
WHERE c.project_id = %(key)s
UNION ALL
SELECT 'period', id, NULL, NULL, NULL, CAST(starts_on AS varchar(10)), name
FROM network_period WHERE project_id = %(key)s
UNION ALL
SELECT 'unnamed', u.partner_id, u.category_id, sum(u.heads), u.period_id, NULL, NULL
FROM network_aggregatecount u JOIN network_category c ON c.id = u.category_id
WHERE c.project_id = %(key)s GROUP BY u.partner_id, u.category_id, u.period_id
UNION ALL
SELECT 'answers', a.partner_id, a.category_id, sum(a.answers), NULL, NULL, NULL
FROM network_answercount a JOIN network_category c ON c.id = a.category_id
WHERE c.project_id = %(key)s GROUP BY a.partner_id, a.category_id
UNION ALL
SELECT 'duplicates', h.partner_id, h.category_id, count(*), NULL, NULL, 'people'
FROM network_possibleduplicate d
JOIN network_head h ON h.project_id = d.project_id AND h.person_id = d.first_id
JOIN network_head s ON s.category_id = h.category_id AND s.person_id = d.second_id AND s.partner_id = h.partner_id
WHERE d.project_id = %(key)s AND d.settled_at IS NULL GROUP BY h.partner_id, h.category_id
UNION ALL
SELECT 'duplicates', h.partner_id, h.category_id, count(*), NULL, NULL, 'organisations'
FROM network_possibleduplicate d
JOIN network_head h ON h.project_id = d.project_id AND h.organisation_id = d.first_organisation_id
JOIN network_head s ON s.category_id = h.category_id AND s.organisation_id = d.second_organisation_id
    AND s.partner_id = h.partner_id
WHERE d.project_id = %(key)s AND d.settled_at IS NULL GROUP BY h.partner_id, h.category_id
"""
READING = Prepared("board_inputs", STATEMENT)


class PartnerLine(NamedTuple):
    id: int
    number: int
    name: str
    country: str
    left_on: date | None


class CategoryLine(NamedTuple):
    id: int
    code: str
    name: str
    unit: str
    stated_total: int | None


@dataclass(frozen=True)
class BoardInputs:
    """The rows of one project as the statement gave them, read by name."""

    lines: frozenset[Line]

    def named(self, *names: str) -> frozenset[Line]:
        """The rows of some parts alone: a stamp of what is made from these."""
        return frozenset(line for line in self.lines if line[0] in names)

    def _named(self, name: str) -> Iterator[Line]:
        return (line[1:] for line in self.lines if line[0] == name)

    @property
    def folds(self) -> int:
        """How often the tallies were folded."""
        return next((int(line[0]) for line in self._named("tallies")), 0)

    @cached_property
    def partners(self) -> list[PartnerLine]:
        found = []
        for key, number, _c, _d, left_on, words in self._named("partner"):
            country, _bar, name = words.partition("|")
            found.append(PartnerLine(key, number, name, country, _day(left_on)))
        return sorted(found, key=lambda partner: partner.number)

    @cached_property
    def categories(self) -> list[CategoryLine]:
        found = []
        for key, _order, stated, _d, code, words in sorted(self._named("category"), key=itemgetter(1, 0)):
            unit, _brace, name = words.partition("{")
            found.append(CategoryLine(key, code, in_language(json.loads(f"{{{name}")) or code, unit, stated))
        return found

    @cached_property
    def periods(self) -> dict[int, date | None]:
        """First days by id."""
        return {line[0]: _day(line[4]) for line in self._named("period")}

    def targets(self, *, on: date) -> dict[Place, int]:
        """Those in force on a day: the newest not after it."""
        versions = sorted((line[4], line[0], line[1], line[2]) for line in self._named("target"))
        last = on.isoformat()
        return {(partner, category): heads for day, partner, category, heads in versions if day <= last}

    def sums(self, name: str, *, period: int | None = None) -> dict[Place, int]:
        """Unnamed heads, answers or duplicates by cell; unnamed heads of one period if it is given."""
        found: dict[Place, int] = defaultdict(int)
        for partner, category, count, of_period, _t, _u in self._named(name):
            if period is None or of_period == period:
                found[partner, category] += int(count)
        return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def read_inputs(project: Project) -> BoardInputs:
    return BoardInputs(frozenset(READING.rows(project.pk)))
