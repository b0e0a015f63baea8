from __future__ import annotations

from datetime import date

import pytest

from core.problems import ProblemsFound
from network.enums import PeriodState, Role
from network.models import Adjustment, AnswerCount, Participation
from network.services.board import quota_board
from network.services.correction import correct_participation
from network.services.evidence import attach_evidence
from network.services.periods import approve_adjustment, close_period, create_period, lock_period, reopen_period
from network.services.verification import verify_participations
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    OccasionFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    """Two partners, one category; one learner of the first, one whom both credit."""
    project = ProjectFactory()
    first, second = PartnerFactory(project=project, number=1), PartnerFactory(project=project, number=2)
    category = CategoryFactory(project=project, code="students", stated_total=90)
    for partner in (first, second):
        TargetFactory(partner=partner, category=category, heads=40)
    shared = PersonFactory(partners=[first, second])
    for partner, person, day in (
        (first, PersonFactory(partners=[first]), date(2018, 2, 1)),
        (first, shared, date(2018, 3, 1)),
        (second, shared, date(2018, 4, 1)),
    ):
        record = ParticipationFactory(
            partner=partner, project=project, category=category, person=person,
            occasion=OccasionFactory(project=project, held_on=day),
        )  # fmt: skip
        attach_evidence(evidence=[EvidenceFactory(partner=partner)], records=[record], by=None)
    return project


@pytest.fixture
def coordinator(house):
    return UserFactory(role=Role.COORDINATOR, project=house)


def figures(board):
    row = board.rows[0]
    cells = [
        (c.counts.target, c.counts.reached, c.counts.evidenced, c.counts.shared, c.counts.waiting) for c in row.cells
    ]
    return cells, row.distinct, row.stated_difference


def test_quota_board_counts_verified_heads_and_says_what_is_shared(house, coordinator):
    before = figures(quota_board(house))
    verify_participations(records=Participation.objects.all(), by=coordinator)
    after = figures(quota_board(house))
    assert (before, after) == (
        ([(40, 0, 0, 0, 2), (40, 0, 0, 0, 1)], 0, 10),
        ([(40, 2, 2, 1, 0), (40, 1, 1, 1, 0)], 2, 10),
    )


def test_quota_board_keeps_answers_in_their_own_column(house):
    partner = house.partners.first()
    AnswerCount.objects.create(partner=partner, category=house.categories.get(), wave="pre", answers=55)
    counts = quota_board(house).rows[0].cells[0].counts
    assert (counts.answers, counts.reached) == (55, 0)


def test_locked_figures_stay_and_a_later_change_becomes_an_adjustment(house, coordinator):
    interim = create_period(
        project=house, name="Interim", starts_on=date(2017, 9, 1), ends_on=date(2018, 8, 31), by=coordinator
    )
    final = create_period(
        project=house, name="Final", starts_on=date(2018, 9, 1), ends_on=date(2019, 8, 31), by=coordinator
    )
    verify_participations(records=Participation.objects.all(), by=coordinator)
    snapshot = lock_period(period=interim, by=coordinator)
    record = Participation.objects.filter(partner__number=2).get()
    correct_participation(record=record, version=record.version, by=coordinator, person=PersonFactory())

    other = UserFactory(role=Role.COORDINATOR, project=house)
    with pytest.raises(ProblemsFound, match="Ask a colleague"):
        approve_adjustment(adjustment=Adjustment.objects.get(), by=coordinator)
    approve_adjustment(adjustment=Adjustment.objects.get(), by=other)
    assert Adjustment.objects.get().approved_by == other

    told = Adjustment.objects.values_list("corrects", "period", "partner__number", "before", "after").get()
    kept = snapshot.period.snapshots.get().figures["categories"][0]["distinct_new"]
    assert (told, kept) == ((interim.pk, final.pk, 2, 1, 0), 2)


def test_late_record_enters_the_next_open_period(house, coordinator):
    interim = create_period(
        project=house, name="Interim", starts_on=date(2017, 9, 1), ends_on=date(2018, 3, 31), by=coordinator
    )
    final = create_period(
        project=house, name="Final", starts_on=date(2018, 4, 1), ends_on=date(2019, 8, 31), by=coordinator
    )
    close_period(period=interim, by=coordinator)
    lock_period(period=interim, by=coordinator)
    verify_participations(records=Participation.objects.all(), by=coordinator)
    late = Participation.objects.filter(held_on__lt=date(2018, 4, 1)).values_list("is_late", "period")
    assert set(late) == {(True, final.pk)}
    new = [quota_board(house, period=period).rows[0].distinct_new for period in (interim, final)]
    assert new == [0, 2]


def test_reopening_keeps_the_old_snapshot_with_its_reason(house, coordinator):
    period = create_period(
        project=house, name="All", starts_on=date(2017, 9, 1), ends_on=date(2019, 8, 31), by=coordinator
    )
    lock_period(period=period, by=coordinator)
    reopen_period(period=period, reason="A list was forgotten.", by=coordinator)
    period.refresh_from_db()
    assert (period.state, period.snapshots.get().reopening_reason) == (PeriodState.OPEN, "A list was forgotten.")


@pytest.mark.parametrize("rows", [1, 3])
def test_quota_board_needs_the_same_statements_for_more_rows(house, rows, django_assert_num_queries):
    for _ in range(rows - 1):
        PartnerFactory(project=house)
        CategoryFactory(project=house)
    with django_assert_num_queries(2):
        quota_board(house)
