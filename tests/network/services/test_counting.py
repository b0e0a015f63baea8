"""Heads and tallies stay equal to a full count over random inserts, decisions, corrections, merges and folds."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.enums import ParticipationState, Role
from network.models import Head, Participation
from network.services.correction import correct_participation
from network.services.counting import recount, touched_by
from network.services.evidence import attach_evidence, supersede_evidence
from network.services.states import States, states_of, tally_states
from network.services.tallies import fold_tallies, read_tallies
from network.services.verification import decide_against, submit_participations, verify_participations
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    OccasionFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    PersonFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def full_count(project):
    """An independent count: pairs of subject and cell among verified rows, straight from the table."""
    rows = Participation.objects.filter(project=project, state="verified").values_list(
        "partner", "category", "person", "held_on"
    )
    heads = {(partner, category, person) for partner, category, person, _day in rows}
    months: dict = {}
    for partner, category, person, day in rows:
        key = partner, category, person
        months[key] = min(months.get(key, day), day)
    by_cell = Counter((partner, category) for partner, category, _person in heads)
    by_cell.update((None, category) for category, _person in {head[1:] for head in heads})
    by_month = Counter((p, c, months[p, c, s].replace(day=1)) for p, c, s in heads)
    seats = Counter(head[1:] for head in heads)
    shared = Counter((p, c) for p, c, s in heads if seats[c, s] > 1)
    return by_cell, by_month, shared


def tallied(project):
    by_cell, by_month, shared = Counter(), Counter(), Counter()
    for row in read_tallies(project):
        by_cell[row.partner, row.category] += row.heads
        if row.partner:
            by_month[row.partner, row.category, row.month] += row.heads
            shared[row.partner, row.category] += row.shared
    return +by_cell, +by_month, +shared


class House:
    """One project with everything the random steps need."""

    def __init__(self):
        self.project = ProjectFactory()
        self.partners = PartnerFactory.create_batch(3, project=self.project)
        self.categories = CategoryFactory.create_batch(2, project=self.project)
        self.people = PersonFactory.create_batch(4, partners=self.partners)
        self.evidence = [EvidenceFactory(partner=self.partners[0]) for _ in range(2)]
        self.occasions = OccasionFactory.create_batch(3, project=self.project)
        self.verifier = UserFactory(role=Role.COORDINATOR, project=self.project)
        PeriodFactory(project=self.project)
        PeriodFactory(project=self.project, starts_on=date(2018, 9, 1), ends_on=date(2019, 8, 31))

    def record(self, n):
        return Participation.objects.filter(project=self.project).order_by("pk")[
            n % max(1, Participation.objects.filter(project=self.project).count())
        ]


def add(house, n):
    occasion = house.occasions[n % 3]
    keys = {
        "partner": house.partners[n // 3 % 3],
        "category": house.categories[n // 9 % 2],
        "person": house.people[n // 18 % 4],
        "occasion": occasion,
        "held_on": occasion.held_on + timedelta(days=40 * (n // 72 % 8)),
    }
    if not Participation.objects.filter(**keys).exists():
        record = ParticipationFactory(project=house.project, **keys)
        attach_evidence(evidence=[house.evidence[0]], records=[record], by=None)


def verify(house, n):
    waiting = Participation.objects.filter(project=house.project, state=ParticipationState.SUBMITTED)
    verify_participations(records=waiting[: n % 5 + 1], by=house.verifier)


def send_back(house, n):
    decide_against(records=[house.record(n)], state=ParticipationState.RETURNED, reason="again", by=house.verifier)


def hand_in(house, n):
    submit_participations(records=[house.record(n)], by=house.verifier)


def correct(house, n):
    record = house.record(n)
    person = house.people[n % 4]
    same = Participation.objects.filter(
        occasion=record.occasion,
        category=record.category,
        partner=record.partner,
        person=person,
        held_on=record.held_on,
    )
    if not same.exists():
        correct_participation(record=record, version=record.version, by=house.verifier, person=person)


def delete(house, n):
    record = house.record(n)
    touched = touched_by([record])
    record.proofs.all().delete()
    states = states_of([record])
    record.delete()
    tally_states(states, States())
    recount(touched)


def fold(house, n):
    fold_tallies(house.project)


STEPS = [add, add, add, verify, verify, send_back, hand_in, correct, delete, fold]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 600)), min_size=5, max_size=40))
def test_tallies_equal_a_full_count_whatever_happens(db, steps):
    house = House()
    for step, n in steps:
        if step in (add, fold) or Participation.objects.filter(project=house.project).exists():
            step(house, n)
        assert tallied(house.project) == full_count(house.project)


def test_recount_counts_a_person_at_five_events_once():
    house = House()
    for occasion in house.occasions:
        record = ParticipationFactory(
            project=house.project, partner=house.partners[0], category=house.categories[0], person=house.people[0],
            occasion=occasion,
        )  # fmt: skip
        attach_evidence(evidence=[house.evidence[0]], records=[record], by=None)
    verify_participations(records=Participation.objects.all(), by=house.verifier)
    assert Head.objects.count() == 1


def test_head_without_sound_evidence_stays_reached_but_is_not_evidenced():
    house = House()
    add(house, 0)
    verify(house, 9)
    attach_evidence(evidence=[house.evidence[1]], records=list(Participation.objects.all()), by=None)
    supersede_evidence(old=house.evidence[0], new=house.evidence[1], by=house.verifier)
    still = Head.objects.values_list("is_evidenced", flat=True).get()
    house.evidence[1].flagged = "used twice"
    house.evidence[1].save()
    recount(touched_by(Participation.objects.all()))
    assert (still, Head.objects.values_list("is_evidenced", flat=True).get()) == (True, False)
