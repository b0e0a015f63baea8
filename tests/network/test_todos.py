from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.enums import ImportKind, ImportState, ParticipationState, PeriodState, Role, Unit
from network.models import ImportBatch, Invitation, PossibleDuplicate
from network.todos import (
    drafts,
    open_imports,
    open_invitations,
    periods_to_lock,
    possible_duplicates,
    records_to_verify,
    returned_records,
)
from tests.factories import (
    EvidenceFactory,
    MembershipFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
SOURCES = (
    returned_records, records_to_verify, drafts, possible_duplicates, open_imports, periods_to_lock, open_invitations,
)  # fmt: skip


@pytest.fixture
def partner():
    return PartnerFactory(project__code="oak", project__title={"en": "Oak"})


@pytest.fixture
def people(partner):
    """Somebody in each role of the project; partner roles belong to the partner."""
    project = partner.project
    return {
        role: UserFactory(
            role=role, project=project, partner=None if role in (Role.COORDINATOR, Role.AUDITOR) else partner
        )
        for role in Role
    }


def titles(source, user):
    return [str(todo.title) for todo in source(user)]


def told(source, people):
    """What each role is told."""
    return {role: found for role, user in people.items() if (found := titles(source, user))}


def test_returned_records_wait_for_recorder_and_manager(partner, people):
    me = people[Role.CONTRIBUTOR]
    for _ in range(2):
        ParticipationFactory(
            partner=partner, state=ParticipationState.RETURNED, recorded_by=me, reason="Signature missing."
        )
    words = ["2 records were returned to you"]
    assert told(returned_records, people) == {Role.CONTRIBUTOR: words, Role.MANAGER: words}
    assert [todo.note for todo in returned_records(me)] == ["Oak · Reason: Signature missing."]
    assert [todo.url for todo in returned_records(me)] == ["/en/projects/oak/participations/?state=returned"]


def test_submitted_records_wait_for_who_may_decide(partner, people):
    ParticipationFactory(partner=partner, recorded_by=people[Role.CONTRIBUTOR])
    words = ["1 record waits for your decision"]
    assert told(records_to_verify, people) == {Role.COORDINATOR: words, Role.VERIFIER: words}


def test_nobody_is_asked_to_decide_on_their_own_records_or_another_partner_s(partner, people):
    ParticipationFactory(partner=partner, recorded_by=people[Role.COORDINATOR])
    ParticipationFactory(partner=PartnerFactory(project=partner.project), recorded_by=people[Role.VERIFIER])
    assert told(records_to_verify, people) == {
        Role.COORDINATOR: ["1 record waits for your decision"],
        Role.VERIFIER: ["1 record waits for your decision"],
    }


def test_drafts_wait_for_who_began_them(partner, people):
    ParticipationFactory(partner=partner, state=ParticipationState.DRAFT, recorded_by=people[Role.CONTRIBUTOR])
    assert told(drafts, people) == {Role.CONTRIBUTOR: ["1 draft is not submitted yet"]}


def test_open_pairs_wait_for_who_may_merge(partner, people):
    first, second, third = PersonFactory.create_batch(3, partners=[partner])
    for other, settled_at in ((second, None), (third, timezone.now())):
        PossibleDuplicate.objects.create(
            project=partner.project, unit=Unit.PERSON, first=first, second=other, why="name", settled_at=settled_at
        )
    words = ["1 possible duplicate to settle"]
    assert told(possible_duplicates, people) == {Role.COORDINATOR: words, Role.MANAGER: words}


def test_open_imports_wait_for_who_began_them(partner, people):
    for state in ImportState:
        ImportBatch.objects.create(
            project=partner.project, partner=partner, kind=ImportKind.PEOPLE, state=state,
            original=EvidenceFactory(partner=partner, given_name=f"{state}.csv"), started_by=people[Role.CONTRIBUTOR],
            questions=[{"key": "dates"}] if state == ImportState.PREVIEWED else [],
        )  # fmt: skip
    found = list(open_imports(people[Role.CONTRIBUTOR]))
    assert {(todo.title, todo.note) for todo in found} == {
        ("Finish the import of read.csv", "Oak"),
        ("Finish the import of mapped.csv", "Oak"),
        ("Finish the import of previewed.csv", "Oak · 1 question is open"),
    }
    assert titles(open_imports, people[Role.MANAGER]) == []


def test_periods_that_are_over_wait_for_the_coordinator_with_their_day(partner, people):
    project, over = partner.project, timezone.localdate() - timedelta(days=1)
    PeriodFactory(project=project, name="Late", ends_on=over, due_on=date(2026, 12, 1))
    PeriodFactory(project=project, name="Locked", ends_on=over, state=PeriodState.LOCKED)
    PeriodFactory(project=project, name="Now", ends_on=over + timedelta(days=1))
    assert told(periods_to_lock, people) == {Role.COORDINATOR: ["Lock the period Late: it is over"]}
    assert [todo.due for todo in periods_to_lock(people[Role.COORDINATOR])] == [date(2026, 12, 1)]


def test_unanswered_invitations_wait_for_who_may_invite_until_they_end(partner, people):
    now = timezone.now()
    for number, ends, accepted_at in ((1, 3, None), (2, 9, None), (3, -1, None), (4, 9, now)):
        Invitation.objects.create(
            email=f"{number}@example.org", project=partner.project, partner=partner, role=Role.READER,
            token_hash=str(number), expires_at=now + timedelta(days=ends), accepted_at=accepted_at,
        )  # fmt: skip
    words = ["2 invitations are not answered"]
    assert told(open_invitations, people) == {Role.COORDINATOR: words, Role.MANAGER: words}
    first = timezone.localdate(now + timedelta(days=3))
    assert [todo.due for todo in open_invitations(people[Role.MANAGER])] == [first]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
def test_source_asks_once_whatever_the_number_of_projects(source, django_assert_num_queries):
    user = UserFactory()
    for _ in range(3):
        partner = PartnerFactory()
        MembershipFactory(user=user, project=partner.project, role=Role.COORDINATOR)
        for state in (ParticipationState.RETURNED, ParticipationState.DRAFT):
            ParticipationFactory(partner=partner, state=state, recorded_by=user)
        ParticipationFactory(partner=partner)
        PeriodFactory(project=partner.project)
    with django_assert_num_queries(2):  # the roles, and the rows
        list(source(user))


def test_staff_without_membership_have_nothing_to_do(partner):
    ParticipationFactory(partner=partner)
    PeriodFactory(project=partner.project)
    staff = UserFactory(is_staff=True)
    assert [titles(source, staff) for source in SOURCES] == [[]] * len(SOURCES)
