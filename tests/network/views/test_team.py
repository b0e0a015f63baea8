from __future__ import annotations

from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Mail
from network.enums import Role
from network.models import Invitation, Membership
from network.services.invitations import invite
from tests.factories import PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def coordinator(partner):
    return UserFactory(role=Role.COORDINATOR, project=partner.project)


def team_url(partner):
    return f"/en/projects/{partner.project.code}/team/"


def test_coordinator_invites_from_the_team_page(client, partner, coordinator):
    client.force_login(coordinator)
    words = {"email": "a@example.org", "role": "contributor", "partner": partner.pk, "language": "es"}
    assert client.post(team_url(partner), words).status_code == 302
    assert Invitation.objects.get().email == "a@example.org"
    assert b"a@example.org" in client.get(team_url(partner)).content


def test_invite_form_shows_problems_beside_their_field(client, partner, coordinator):
    client.force_login(coordinator)
    response = client.post(team_url(partner), {"email": "a@example.org", "role": "manager", "language": "en"})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["partner"])


def test_reader_sees_the_team_without_addresses_and_may_not_invite(client, partner, coordinator):
    client.force_login(UserFactory(role=Role.READER, project=partner.project))
    invite(project=partner.project, email="a@example.org", role=Role.READER, by=coordinator)
    shown = client.get(team_url(partner)).content.decode()
    assert (coordinator.name in shown, coordinator.email in shown, "a@example.org" in shown) == (True, False, False)
    assert client.post(team_url(partner), {"email": "b@example.org"}).status_code == 403


def test_team_takes_the_same_statements_for_one_and_three(client, partner, coordinator):
    client.force_login(coordinator)
    counts = []
    for rows in (1, 2):
        for number in range(rows):
            UserFactory(role=Role.READER, partner=partner, project=partner.project)
            address = f"{rows}{number}@example.org"
            invite(project=partner.project, email=address, role=Role.READER, partner=partner, by=coordinator)
        with CaptureQueriesContext(connection) as statements:
            client.get(team_url(partner))
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_membership_is_changed_and_ended_from_the_team_page(client, partner, coordinator):
    reader = UserFactory(role=Role.READER, project=partner.project)
    row = Membership.objects.get(user=reader)
    client.force_login(coordinator)
    client.post(f"{team_url(partner)}{row.pk}/", {"role": "contributor", "partner": partner.pk})
    row.refresh_from_db()
    changed = (row.role, row.partner)
    client.post(f"{team_url(partner)}{row.pk}/end/")
    client.force_login(reader)
    assert (changed, client.get(team_url(partner)).status_code) == ((Role.CONTRIBUTOR, partner), 404)


def link_of(mail):
    return "/" + mail.text.partition("://")[2].partition("/")[2].split()[0]


def test_stranger_signs_up_from_the_link_and_accepts(client, partner, coordinator):
    invite(project=partner.project, email="ines@example.org", role=Role.READER, by=coordinator, language="es")
    link = link_of(Mail.objects.get())
    assert f"/es/accounts/signup/?next={quote(link, safe='')}" in client.get(link).content.decode()
    words = {
        "email": "ines@example.org", "name": "Inés", "password1": "long-and-secret-7", "password2": "long-and-secret-7",
        "next": link,
    }  # fmt: skip

    assert client.post("/es/accounts/signup/", words).url == link
    assert client.post(link).url == f"/es/projects/{partner.project.code}/"
    assert client.get(link).status_code == 410
    assert Membership.objects.filter(user__email="ines@example.org", role=Role.READER).exists()


def test_link_is_no_use_to_somebody_else(client, partner, coordinator):
    invite(project=partner.project, email="ines@example.org", role=Role.READER, by=coordinator)
    link = link_of(Mail.objects.get())
    client.force_login(UserFactory())
    assert b"Accept the invitation" not in client.get(link).content
    client.post(link)
    assert not Membership.objects.filter(role=Role.READER).exists()


def test_unknown_link_is_not_found(client):
    assert client.get("/en/invitations/nonsense/").status_code == 404
