from datetime import date, timedelta

import pytest
from django.utils import timezone

from network.enums import QuotaStatus, Role
from portal.services.visits import FIRST_TIME, last_visit
from portal.services.workspace import desks, first_steps
from tests.factories import MembershipFactory, PartnerFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db
MIDWAY = date(2018, 9, 1)


def figures(user):
    return [(desk.place, desk.roles, desk.reached, desk.target, desk.evidenced) for desk in desks(user=user, on=MIDWAY)]


def test_coordinator_sees_the_whole_project(project):
    user = UserFactory(role=Role.COORDINATOR, project=project)
    assert figures(user) == [("The whole project", ("Coordinator",), 9, 100, 9)]


def test_partner_s_people_see_their_own_partner(project):
    user = UserFactory(role=Role.MANAGER, partner=PartnerFactory(project=project, organisation__name="Yard"))
    MembershipFactory(user=user, project=project, partner=user.memberships.get().partner, role=Role.VERIFIER)
    assert figures(user) == [("Yard", ("Partner manager", "Verifier"), 0, 0, 0)]


def test_status_of_a_quota_is_judged_by_its_pace(project):
    user = UserFactory(role=Role.COORDINATOR, project=project)
    found = desks(user=user, on=MIDWAY)[0].standings
    assert [(each.line.name, each.status) for each in found] == [
        ("Directors", QuotaStatus.AT_RISK), ("Students", QuotaStatus.AT_RISK),
    ]  # fmt: skip
    early = desks(user=user, on=date(2017, 10, 1))[0].standings
    assert [each.status for each in early] == [QuotaStatus.ON_TRACK, QuotaStatus.ON_TRACK]


def test_membership_that_ended_opens_no_desk(project):
    user = UserFactory()
    MembershipFactory(user=user, project=project, role=Role.AUDITOR, ends_on=MIDWAY - timedelta(days=1))
    assert figures(user) == []


def test_staff_see_projects_and_nobody_s_roles(project):
    assert figures(UserFactory(is_staff=True)) == [("The whole project", (), 9, 100, 9)]


@pytest.mark.parametrize(
    ("role", "steps"),
    [
        (Role.COORDINATOR, ["targets", "team", "imports/new", "board"]),
        (Role.MANAGER, ["team", "imports/new", "board"]),
        (Role.CONTRIBUTOR, ["imports/new", "board"]),
        (Role.READER, ["board"]),
    ],
)
def test_first_steps_are_those_one_may_take(role, steps):
    project = ProjectFactory(code="oak")
    user = UserFactory(role=role, project=project)
    found = [
        url.removeprefix("/en/projects/oak/").strip("/") for _words, url in first_steps(user=user, project=project)
    ]
    assert found == steps


def test_looking_again_soon_is_the_same_visit():
    user, day = UserFactory(), timezone.now()
    first = last_visit(user=user, at=day)
    again = last_visit(user=user, at=day + timedelta(minutes=20))
    later = last_visit(user=user, at=day + timedelta(hours=3))
    still = last_visit(user=user, at=day + timedelta(hours=3, minutes=5))
    assert (first, again) == (day - FIRST_TIME, day + timedelta(minutes=20) - FIRST_TIME)
    assert (later, still) == (day + timedelta(minutes=20), day + timedelta(minutes=20))


def test_news_never_reach_back_for_ever():
    user, day = UserFactory(), timezone.now()
    last_visit(user=user, at=day - timedelta(days=900))
    assert last_visit(user=user, at=day) == day - timedelta(days=60)
