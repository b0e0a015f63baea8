from __future__ import annotations

import pytest

from network.enums import Role
from network.models import Evidence, Experience, Organisation, Participation, Partner, Person, Project
from tests.factories import (
    EvidenceFactory,
    ExperienceFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    """Two partners of one project and one of another, each with a row of every noun."""
    own = PartnerFactory()
    other = PartnerFactory(project=own.project)
    foreign = PartnerFactory()
    for partner in (own, other, foreign):
        PersonFactory(partners=[partner])
        EvidenceFactory(partner=partner)
        ExperienceFactory(partner=partner)
        ParticipationFactory(partner=partner)
        OrganisationFactory(projects=[partner.project])
    return own


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("model", [Project, Partner, Person, Organisation, Participation, Evidence, Experience])
def test_visible_to_agrees_with_view_permission(house, role, model):
    user = UserFactory(role=role, project=house.project, partner=house if role != Role.COORDINATOR else None)

    listed = set(model.objects.visible_to(user))
    permitted = {
        thing for thing in model.objects.all() if user.has_perm(f"network.view_{model._meta.model_name}", thing)
    }

    assert listed == permitted


def test_contributor_sees_people_of_own_partner_only(house):
    user = UserFactory(role=Role.CONTRIBUTOR, partner=house)
    assert set(Person.objects.visible_to(user)) == set(Person.objects.filter(partners=house))


def test_reader_sees_the_project_and_no_person(house):
    user = UserFactory(role=Role.READER, partner=house, project=house.project)
    assert (list(Project.objects.visible_to(user)), list(Person.objects.visible_to(user))) == (
        [house.project],
        [],
    )


@pytest.mark.parametrize("role", [None, *Role])
def test_people_visible_in_a_project_agree_with_visible_to(house, role):
    user = UserFactory(role=role, project=house.project, partner=house if role != Role.COORDINATOR else None)
    assert set(Person.objects.visible_in(house.project, user)) == set(
        Person.objects.visible_to(user).in_project(house.project)
    )
