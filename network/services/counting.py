"""Keeping heads and tallies equal to a full count of verified participations.

A head is one canonical subject at one partner in one category. Whatever changes a participation calls `recount` with
the touched subjects in the same transaction; the sums are appended as deltas and folded later, so no hot row is ever
updated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import batched
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from core import rows
from core.prepared import Prepared
from network.enums import ParticipationRole, PeriodState
from network.models import Adjustment, Category, Head, Participation, Partner
from network.rules.heads import Cell, Fact, Standing, Sums, changes_of, tally_changes
from network.services.deltas import Deltas, Place, append_deltas
from network.services.heads import PeriodLine, read_heads

CHUNK = 2000
# What a fact calls otherwise than the table of heads.
COLUMNS = {"partner": "partner_id", "period": "period_id"}
LOCK = "SELECT id FROM {table} WHERE id = ANY(%(subjects)s) ORDER BY id FOR NO KEY UPDATE"
LOCK_PEOPLE = Prepared("lock_people", LOCK.format(table="network_person"), subjects="bigint[]")
LOCK_ORGANISATIONS = Prepared("lock_organisations", LOCK.format(table="network_organisation"), subjects="bigint[]")


class Touched(NamedTuple):
    """A subject whose participations in a category changed; the unit of the category says which table it is of."""

    category: int
    subject: int


def touched_by(records: Iterable[Participation]) -> set[Touched]:
    return {Touched(record.category_id, record.person_id or record.organisation_id or 0) for record in records}


@transaction.atomic(savepoint=False)
def recount(
    touched: Iterable[Touched], *, by: Any = None, reason: str = "", categories: Iterable[Category] = (),
    beside: Deltas | None = None,
) -> None:  # fmt: skip
    """Bring heads, tallies and adjustments in line with the participations of the touched subjects.

    Call it in the transaction of the change, after it. Locked figures never move: they get an adjustment. Categories
    that are at hand need not be read again; differences `beside` those of the heads are appended with them.
    """
    by_category: dict[int, set[int]] = defaultdict(set)
    for key in touched:
        by_category[key.category].add(key.subject)
    known = {category.pk: category for category in categories}
    if missing := by_category.keys() - known.keys():
        known |= {category.pk: category for category in Category.objects.filter(pk__in=missing)}
    for number in by_category.keys() & known.keys():
        for subjects in batched(sorted(by_category[number]), CHUNK, strict=False):
            _recount_subjects(known[number], subjects, beside or Deltas(), by=by, reason=reason)
            beside = None
    if beside:
        append_deltas(beside)


def _recount_subjects(category: Category, subjects: Sequence[int], deltas: Deltas, *, by: Any, reason: str) -> None:
    _lock(category, subjects)
    found = read_heads(category, subjects)
    create, change, delete = changes_of(found.before, found.after)
    if delete:
        Head.objects.filter(pk__in=[standing.head for standing in delete]).delete()
    rows.append(
        Head,
        ("project", "category", "partner", "person" if category.counts_people else "organisation", "period",
         "first_on", "is_evidenced", "is_shared"),
        (
            (category.project_id, category.pk, fact.partner, fact.subject, fact.period, fact.first_on,
             fact.is_evidenced, fact.is_shared)
            for fact in create
        ),
    )  # fmt: skip
    _change(change)
    moved = tally_changes([standing.fact for standing in found.before], found.after)
    for cell, sums in moved.items():
        deltas.add(_place(category, cell), heads=sums.heads, evidenced=sums.evidenced, shared=sums.shared)
    # Other heads behind the same figures: whoever kept a board must read it again.
    swapped = (create or [standing.fact for standing in delete])[:1]
    places = [_place(category, Cell(fact.partner, fact.period, fact.first_on.replace(day=1))) for fact in swapped]
    append_deltas(deltas, always=places)
    _adjust(category, moved, found.periods, by=by, reason=reason)


def _place(category: Category, cell: Cell) -> Place:
    return Place(category.project_id, cell.partner, category.pk, cell.period, cell.month)


def _change(changes: Iterable[tuple[Standing, Fact]]) -> None:
    """Heads of which the same becomes otherwise are changed together."""
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for standing, fact in changes:
        old = standing.fact._asdict()
        alike[tuple((name, value) for name, value in fact._asdict().items() if value != old[name])].append(
            standing.head
        )
    for values, heads in alike.items():
        told = {COLUMNS.get(name, name): value for name, value in values if name != "period_starts"}
        if told:
            rows.change(Head, heads, **told)


def _lock(category: Category, subjects: Sequence[int]) -> None:
    """Serialise recounts of the same subjects; SQLite's immediate transactions do so by themselves."""
    if connection.vendor == "postgresql":
        (LOCK_PEOPLE if category.counts_people else LOCK_ORGANISATIONS).rows(list(subjects))


def countable(category: Category) -> QuerySet[Participation]:
    """The participations that make a head by the rules of the category."""
    rows = Participation.objects.verified().filter(category=category)
    if not category.counts_organisers:
        rows = rows.filter(role=ParticipationRole.PARTICIPANT)
    if not category.counts_own_staff:
        own = Partner.objects.filter(project=category.project_id, organisation=OuterRef("organisation_then"))
        rows = rows.exclude(Exists(own))
    return rows


def _adjust(
    category: Category, moved: Mapping[Cell, Sums], periods: Sequence[PeriodLine], *, by: Any, reason: str
) -> None:
    """Tell of a change behind a locked figure in the period that is open now."""
    locked = {period.id for period in periods if period.state == PeriodState.LOCKED}
    hit: dict[tuple[int, int], int] = defaultdict(int)
    for cell, sums in moved.items():
        if cell.partner and cell.period in locked:
            hit[cell.partner, cell.period] += sums.heads
    now_open = next((period.id for period in periods if period.id not in locked), None)
    for (partner, period), heads in hit.items():
        if not heads:
            continue
        heads_there = Head.objects.filter(project=category.project_id, category=category, partner=partner)
        after = heads_there.filter(period=period).count()
        Adjustment.objects.create(
            project_id=category.project_id, period_id=now_open, corrects_id=period, partner_id=partner,
            category=category, before=after - heads, after=after, reason=reason, made_by=by,
        )  # fmt: skip
