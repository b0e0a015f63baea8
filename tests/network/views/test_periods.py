import pytest
from django.urls import reverse

from network.enums import Role
from tests.factories import PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "offered"), [(Role.COORDINATOR, True), (Role.MANAGER, False), (Role.READER, False)])
def test_period_list_offers_a_new_period_to_whoever_may_add_one(client, role, offered):
    partner = PartnerFactory()
    client.force_login(
        UserFactory(role=role, project=partner.project, partner=partner if role == Role.MANAGER else None)
    )
    code = partner.project.code
    page = client.get(reverse("network:period_list", args=[code])).content.decode()
    assert (reverse("network:period_create", args=[code]) in page) == offered
