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

from django.db import transaction
from django.db.models import Exists, Min, OuterRef, QuerySet

from network.enums import ParticipationRole, PeriodState
from network.models import (
    Adjustment,
    Category,
    Evidence,
    Head,
    Organisation,
    Participation,
    Partner,
    Period,
    Person,
    Proof,
    TallyDelta,
)
from network.rules.heads import Cell, Fact, Standing, Sums, changes_of, tally_changes

CHUNK = 2000


class Touched(NamedTuple):
    """A subject whose participations in a category changed; the unit of the category says which table it is of."""

    category: int
    subject: int


def touched_by(records: Iterable[Participation]) -> set[Touched]:
    return {Touched(record.category_id, record.person_id or record.organisation_id or 0) for record in records}


@transaction.atomic(savepoint=False)
def recount(touched: Iterable[Touched], *, by: Any = None, reason: str = "") -> None:
    """Bring heads, tallies and adjustments in line with the participations of the touched subjects.

    Call it in the transaction of the change, after it. Locked figures never move: they get an adjustment.
    """
    by_category: dict[int, set[int]] = defaultdict(set)
    for key in touched:
        by_category[key.category].add(key.subject)
    for category in Category.objects.filter(pk__in=by_category):
        for subjects in batched(sorted(by_category[category.pk]), CHUNK, strict=False):
            _recount_subjects(category, subjects, by=by, reason=reason)


def _recount_subjects(category: Category, subjects: Sequence[int], *, by: Any, reason: str) -> None:
    _lock(category, subjects)
    periods = list(Period.objects.filter(project=category.project_id).order_by("starts_on"))
    name = "person_id" if category.counts_people else "organisation_id"
    before = _heads(category, subjects, name)
    after = _facts(category, subjects, name, periods)
    create, change, delete = changes_of(before, after)
    Head.objects.filter(pk__in=[standing.head for standing in delete]).delete()
    Head.objects.bulk_create(
        [
            Head(
                project_id=category.project_id, category=category, partner_id=fact.partner, **{name: fact.subject},
                period_id=fact.period, first_on=fact.first_on, is_evidenced=fact.is_evidenced, is_shared=fact.is_shared,
            )
            for fact in create
        ],
        batch_size=1000,
    )  # fmt: skip
    _change(change)
    moved = tally_changes([standing.fact for standing in before], after)
    if not moved and (create or delete):
        # Other heads behind the same figures: whoever kept a board must read it again.
        fact = (create or [standing.fact for standing in delete])[0]
        moved = {Cell(fact.partner, fact.period, fact.first_on.replace(day=1)): Sums()}
    _append(category, moved, periods, by=by, reason=reason)


def _change(changes: Iterable[tuple[Standing, Fact]]) -> None:
    """Heads of which the same becomes otherwise are changed together."""
    alike: dict[tuple[tuple[str, Any], ...], list[int]] = defaultdict(list)
    for standing, fact in changes:
        old = standing.fact._asdict()
        alike[tuple((name, value) for name, value in fact._asdict().items() if value != old[name])].append(
            standing.head
        )
    for values, heads in alike.items():
        told = {name: value for name, value in values if name != "period_starts"}
        Head.objects.filter(pk__in=heads).update(**told)


def _lock(category: Category, subjects: Sequence[int]) -> None:
    """Serialise recounts of the same subjects; SQLite's immediate transactions do so by themselves."""
    rows: QuerySet[Any] = (Person if category.counts_people else Organisation).objects.all()  # type: ignore[attr-defined]
    list(rows.filter(pk__in=subjects).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _heads(category: Category, subjects: Sequence[int], name: str) -> list[Standing]:
    rows = Head.objects.filter(category=category, **{f"{name}__in": subjects}).values_list(
        "pk", "partner_id", name, "period_id", "period__starts_on", "first_on", "is_evidenced", "is_shared"
    )
    return [
        Standing(pk, Fact(partner, subject, period, starts_on, first_on, evidenced, shared))
        for pk, partner, subject, period, starts_on, first_on, evidenced, shared in rows
    ]


def countable(category: Category) -> QuerySet[Participation]:
    """The participations that make a head by the rules of the category."""
    rows = Participation.objects.verified().filter(category=category)
    if not category.counts_organisers:
        rows = rows.filter(role=ParticipationRole.PARTICIPANT)
    if not category.counts_own_staff:
        own = Partner.objects.filter(project=category.project_id, organisation=OuterRef("organisation_then"))
        rows = rows.exclude(Exists(own))
    return rows


def _facts(category: Category, subjects: Sequence[int], name: str, periods: Sequence[Period]) -> list[Fact]:
    sound = Proof.objects.filter(
        evidence__in=Evidence.objects.sound(),
        participation__category=category,
        participation__partner=OuterRef("partner"),
        **{f"participation__{name}": OuterRef(name)},
    )
    rows = (
        countable(category)
        .filter(**{f"{name}__in": subjects})
        .values("partner_id", name)
        .annotate(first=Min("held_on"), start=Min("period__starts_on"), proved=Exists(_verified(sound)))
        .values_list("partner_id", name, "first", "start", "proved")
    )
    by_start = {period.starts_on: period.pk for period in periods}
    found = [
        Fact(partner, subject, by_start.get(start), start, first, bool(proved), is_shared=False)
        for partner, subject, first, start, proved in rows
    ]
    seats: dict[int, int] = defaultdict(int)
    for fact in found:
        seats[fact.subject] += 1
    return [fact._replace(is_shared=seats[fact.subject] > 1) for fact in found]


def _verified(proofs: QuerySet[Proof]) -> QuerySet[Proof]:
    return proofs.filter(participation__in=Participation.objects.verified())


def _append(category: Category, moved: Mapping[Cell, Sums], periods: Sequence[Period], *, by: Any, reason: str) -> None:
    TallyDelta.objects.bulk_create(
        TallyDelta(
            project_id=category.project_id, category=category, partner_id=cell.partner, period_id=cell.period,
            month=cell.month, heads=sums.heads, evidenced=sums.evidenced, shared=sums.shared,
        )
        for cell, sums in moved.items()
    )  # fmt: skip
    by_period: dict[tuple[int, int], int] = defaultdict(int)
    for cell, sums in moved.items():
        if cell.partner and cell.period and sums.heads:
            by_period[cell.partner, cell.period] += sums.heads
    if any(by_period.values()):
        _adjust(category, by_period, periods, by=by, reason=reason)


def _adjust(
    category: Category, moved: dict[tuple[int, int], int], periods: Sequence[Period], *, by: Any, reason: str
) -> None:
    """Tell of a change behind a locked figure in the period that is open now."""
    locked = {period.pk for period in periods if period.state == PeriodState.LOCKED}
    hit = {key: heads for key, heads in moved.items() if heads and key[1] in locked}
    if not hit:
        return
    now_open = next((period for period in periods if period.pk not in locked), None)
    for (partner, period), heads in hit.items():
        after = Head.objects.filter(category=category, partner=partner, period=period).count()
        Adjustment.objects.create(
            project_id=category.project_id, period=now_open, corrects_id=period, partner_id=partner, category=category,
            before=after - heads, after=after, reason=reason, made_by=by,
        )  # fmt: skip
