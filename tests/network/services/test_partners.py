from __future__ import annotations

from datetime import date

import pytest

from core.models import AuditEntry
from core.problems import ProblemsFound
from network.enums import Role
from network.services.partners import add_partner, change_partner
from tests.factories import OrganisationFactory, PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db

UNCHANGED = {"role": "partner", "joined_on": None, "left_on": None, "follows": None, "budget_share": None}


@pytest.fixture
def leaver():
    return PartnerFactory(number=5)


@pytest.fixture
def coordinator(leaver):
    return UserFactory(role=Role.COORDINATOR, project=leaver.project)


def test_partner_that_left_is_followed_by_another_and_keeps_its_row(leaver, coordinator):
    change_partner(partner=leaver, by=coordinator, number=5, **{**UNCHANGED, "left_on": date(2018, 6, 30)})
    follower = add_partner(
        project=leaver.project, organisation=OrganisationFactory(), by=coordinator, number=7, role="partner",
        joined_on=date(2018, 7, 1), follows=leaver,
    )  # fmt: skip
    leaver.refresh_from_db()
    present = leaver.project.partners.present(date(2018, 7, 1))
    assert (leaver.left_on, leaver.followed_by, list(present)) == (date(2018, 6, 30), follower, [follower])
    assert AuditEntry.objects.get(action="network.partner.changed").detail["changes"] == {
        "left_on": [None, "2018-06-30"]
    }


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"number": 5}, "number_taken"),
        ({"joined_on": date(2019, 1, 1), "left_on": date(2018, 1, 1)}, "left_early"),
    ],
)
def test_change_partner_refuses(leaver, coordinator, facts, code):
    partner = PartnerFactory(project=leaver.project, number=6)
    with pytest.raises(ProblemsFound) as found:
        change_partner(partner=partner, by=coordinator, **{"number": 6, **UNCHANGED, **facts})
    assert [problem.code for problem in found.value.problems] == [code]


def test_partner_follows_only_one_of_its_project_and_only_once(leaver, coordinator):
    first, second = (PartnerFactory(project=leaver.project, number=number) for number in (7, 8))
    change_partner(partner=first, by=coordinator, number=7, **{**UNCHANGED, "follows": leaver})
    for partner, follows in ((second, leaver), (second, PartnerFactory()), (second, second)):
        with pytest.raises(ProblemsFound):
            change_partner(partner=partner, by=coordinator, number=8, **{**UNCHANGED, "follows": follows})
