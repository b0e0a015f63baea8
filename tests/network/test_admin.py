from __future__ import annotations

import pytest
from django.contrib import admin
from django.urls import reverse

from network.enums import Role
from network.models import Consent, Merge, Relationship, Tag
from network.services.merging import merge_people
from tests.factories import ExperienceFactory, OrganisationFactory, PartnerFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """One row of everything the staff can repair."""
    partner = PartnerFactory()
    one, two = (PersonFactory(partners=[partner]) for _ in range(2))
    project = partner.project
    host = OrganisationFactory(projects=[project])
    coordinator = UserFactory(role=Role.COORDINATOR, project=project)
    return [
        merge_people(survivor=one, other=two, project=project, by=coordinator),
        one,
        host,
        ExperienceFactory(partner=partner, learner=one),
        Tag.objects.create(project=project, name="invented"),
        Relationship.objects.create(project=project, source=host, target=partner.organisation, kind="advises"),
        Consent.objects.create(person=one, project=project, purpose="name", given_at="2018-01-01T00:00Z", how="paper"),
    ]


def test_staff_can_list_and_open_what_can_be_repaired(client, rows):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    answers = {}
    for row in rows:
        name = f"admin:network_{row._meta.model_name}"
        addresses = (reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[row.pk]))
        answers[row._meta.model_name] = [client.get(address).status_code for address in addresses]
    assert answers == {row._meta.model_name: [200, 200] for row in rows}


def test_merges_are_only_read():
    assert not admin.site.get_model_admin(Merge).has_delete_permission(None)
