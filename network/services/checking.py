"""A full count beside the kept one: what an auditor asks for, and a repair when they differ."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import Count, F, Q

from accounts.models import User
from network.enums import ParticipationState
from network.models import Category, Head, Participation, Project, Tally, TallyDelta
from network.services.counting import Touched, countable, recount
from network.services.states import Spot, States, states_of, tally_states
from network.services.tallies import read_tallies

type Cells = Counter[tuple[int | None, int]]


def kept_count(project: Project) -> Cells:
    """Heads by partner and category as the tallies hold them; without a partner: distinct in the project."""
    kept: Cells = Counter()
    for row in read_tallies(project):
        kept[row.partner, row.category] += row.heads
    return +kept


def full_count(project: Project) -> Cells:
    """The same straight from the verified participations, however many there are."""
    counted: Cells = Counter()
    for category in Category.objects.in_project(project):
        subject = "person" if category.counts_people else "organisation"
        rows = countable(category).order_by()
        for partner, heads in rows.values_list("partner").annotate(heads=Count(subject, distinct=True)):
            counted[partner, category.pk] = heads
        distinct = rows.aggregate(heads=Count(subject, distinct=True))["heads"]
        if distinct:
            counted[None, category.pk] = distinct
    return counted


@transaction.atomic
def rebuild(project: Project, *, by: User | None = None) -> None:
    """Throw heads and tallies away and count anew; for repairs, and after a category changed what it counts."""
    Project.objects.filter(pk=project.pk).update(tallies_folded=F("tallies_folded") + 1)
    Head.objects.filter(project=project).delete()
    Tally.objects.filter(project=project).delete()
    TallyDelta.objects.filter(project=project).delete()
    for category in Category.objects.in_project(project):
        subject = "person_id" if category.counts_people else "organisation_id"
        subjects = countable(category).order_by().values_list(subject, flat=True).distinct()
        recount((Touched(category.pk, pk) for pk in subjects.iterator()), by=by)
    tally_states(States(), full_states(project))


def kept_states(project: Project) -> States:
    """Records that wait or came late as the tallies hold them, whatever the period and month."""
    kept = States()
    for row in read_tallies(project):
        if row.partner:
            for column, count in (("waiting", row.waiting), ("late", row.late)):
                kept[Spot(project.pk, row.partner, row.category, row.period, row.month, column)] += count
    return +kept


def full_states(project: Project) -> States:
    """The same straight from the records."""
    concerned = Q(state=ParticipationState.SUBMITTED) | Q(is_late=True, state=ParticipationState.VERIFIED)
    return states_of(Participation.objects.in_project(project).filter(concerned).order_by().iterator())
