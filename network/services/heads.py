"""The heads of some subjects as they are stored and as they should be, with the periods: one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from core.prepared import Prepared
from network.models import Category
from network.rules.heads import Fact, Standing

# Which records count (`counting.countable`) and what evidence is sound (`Evidence.objects.sound`), in SQL: asked for
# each record that is verified. Every part has the same nine columns; SUBJECT is person_id or organisation_id.
STATEMENT = """
SELECT 'period', id, CAST(NULL AS bigint), CAST(NULL AS bigint), CAST(NULL AS bigint),
    CAST(starts_on AS varchar(10)), state, 0, 0
FROM network_period WHERE project_id = %(project)s
UNION ALL
SELECT 'head', h.id, h.partner_id, h.SUBJECT, h.period_id, CAST(p.starts_on AS varchar(10)),
    CAST(h.first_on AS varchar(10)), CAST(h.is_evidenced AS integer), CAST(h.is_shared AS integer)
FROM network_head h LEFT JOIN network_period p ON p.id = h.period_id
WHERE h.category_id = %(category)s AND h.SUBJECT = ANY(%(subjects)s)
UNION ALL
SELECT 'fact', NULL, r.partner_id, r.SUBJECT, NULL, CAST(min(p.starts_on) AS varchar(10)),
    CAST(min(r.held_on) AS varchar(10)), CAST(EXISTS (
        SELECT 1 FROM network_proof f
        JOIN network_evidence e ON e.id = f.evidence_id
        JOIN network_participation v ON v.id = f.participation_id
        WHERE v.category_id = %(category)s AND v.partner_id = r.partner_id AND v.SUBJECT = r.SUBJECT
            AND v.state = 'verified' AND e.superseded_by_id IS NULL AND e.flagged = '' AND e.file <> ''
    ) AS integer), 0
FROM network_participation r LEFT JOIN network_period p ON p.id = r.period_id
WHERE r.category_id = %(category)s AND r.state = 'verified' AND r.SUBJECT = ANY(%(subjects)s)
    AND (%(organisers)s OR r.role = 'participant')
    AND (%(own_staff)s OR NOT EXISTS (
        SELECT 1 FROM network_partner o
        WHERE o.project_id = %(project)s AND o.organisation_id = r.organisation_then_id
    ))
GROUP BY r.partner_id, r.SUBJECT
"""
TYPES = {
    "project": "bigint", "category": "bigint", "subjects": "bigint[]", "organisers": "boolean", "own_staff": "boolean",
}  # fmt: skip
PEOPLE = Prepared("heads_of_people", STATEMENT.replace("SUBJECT", "person_id"), **TYPES)
ORGANISATIONS = Prepared("heads_of_organisations", STATEMENT.replace("SUBJECT", "organisation_id"), **TYPES)


class PeriodLine(NamedTuple):
    starts_on: date
    id: int
    state: str


@dataclass
class Found:
    periods: list[PeriodLine] = field(default_factory=list)
    before: list[Standing] = field(default_factory=list)
    after: list[Fact] = field(default_factory=list)


def read_heads(category: Category, subjects: Sequence[int]) -> Found:
    """What is stored and what should be; periods by their first day."""
    statement = PEOPLE if category.counts_people else ORGANISATIONS
    lines = statement.rows(
        category.project_id, category.pk, list(subjects), category.counts_organisers, category.counts_own_staff
    )
    found = Found()
    found.periods = sorted(
        PeriodLine(date.fromisoformat(line[5]), line[1], line[6]) for line in lines if line[0] == "period"
    )
    by_start = {period.starts_on: period.id for period in found.periods}
    facts = []
    for kind, key, partner, subject, period, start, first, evidenced, shared in lines:
        if kind == "period":
            continue
        starts_on = date.fromisoformat(start) if start else None
        told = partner, subject, period, starts_on, date.fromisoformat(first), bool(evidenced), bool(shared)
        if kind == "head":
            found.before.append(Standing(key, Fact(*told)))
        else:
            facts.append(Fact(*told)._replace(period=by_start.get(starts_on) if starts_on else None))
    found.after = _shared(facts)
    return found


def _shared(facts: Sequence[Fact]) -> list[Fact]:
    seats: dict[int, int] = defaultdict(int)
    for fact in facts:
        seats[fact.subject] += 1
    return [fact._replace(is_shared=seats[fact.subject] > 1) for fact in facts]
