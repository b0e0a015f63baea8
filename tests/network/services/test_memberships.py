from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from accounts.models import User
from core.problems import ProblemsFound
from network.enums import Role
from network.models import Membership, Project
from network.services.memberships import change_membership, end_membership
from tests.factories import PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def coordinator(partner):
    return UserFactory(role=Role.COORDINATOR, project=partner.project)


def membership_of(user):
    return Membership.objects.get(user=user)


def fresh(user):
    """The user as the next request reads it."""
    return User.objects.get(pk=user.pk)


def test_ended_membership_opens_nothing_on_the_next_request(partner, coordinator):
    reader = UserFactory(role=Role.READER, partner=partner, project=partner.project)
    end_membership(membership=membership_of(reader), by=coordinator)
    assert not Project.objects.visible_to(fresh(reader)).exists()


def test_changed_role_holds_on_the_next_request(partner, coordinator):
    reader = UserFactory(role=Role.READER, partner=partner, project=partner.project)
    change_membership(membership=membership_of(reader), role=Role.CONTRIBUTOR, partner=partner, by=coordinator)
    assert fresh(reader).has_perm("network.write_for_partner", partner)


@pytest.mark.parametrize(
    "act",
    [
        end_membership,
        partial(change_membership, role=Role.READER),
        partial(change_membership, role=Role.COORDINATOR, ends_on=date(2999, 1, 1)),
    ],
)
def test_last_coordinator_stays(coordinator, act):
    with pytest.raises(ProblemsFound) as found:
        act(membership=membership_of(coordinator), by=coordinator)
    assert [problem.code for problem in found.value.problems] == ["last_coordinator"]


def test_one_of_two_coordinators_may_leave(partner, coordinator):
    UserFactory(role=Role.COORDINATOR, project=partner.project)
    end_membership(membership=membership_of(coordinator), by=coordinator)
    assert not Project.objects.visible_to(fresh(coordinator)).exists()


def test_manager_cannot_raise_a_colleague_to_coordinator(partner):
    manager = UserFactory(role=Role.MANAGER, partner=partner)
    reader = UserFactory(role=Role.READER, partner=partner, project=partner.project)
    with pytest.raises(ProblemsFound) as found:
        change_membership(membership=membership_of(reader), role=Role.COORDINATOR, by=manager)
    assert [problem.code for problem in found.value.problems] == ["role_not_yours"]


@pytest.mark.parametrize(
    ("role", "at_own", "allowed"),
    [(Role.READER, True, True), (Role.COORDINATOR, True, False), (Role.READER, False, False)],
)
def test_manager_keeps_the_team_of_the_own_partner_only(partner, role, at_own, allowed):
    manager = UserFactory(role=Role.MANAGER, partner=partner)
    at = partner if at_own else PartnerFactory(project=partner.project)
    other = UserFactory(role=role, partner=at, project=partner.project)
    assert manager.has_perm("network.change_membership", membership_of(other)) == allowed
