from __future__ import annotations

import pytest

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_profile_saves_name_and_language_and_goes_on_in_that_language(client):
    user = UserFactory()
    client.force_login(user)
    response = client.post("/en/accounts/profile/", {"name": "Olga Invented", "language": "es"})
    user.refresh_from_db()
    assert (response.url, user.name, user.language) == ("/es/accounts/profile/", "Olga Invented", "es")


def test_profile_refuses_an_unknown_language(client):
    client.force_login(UserFactory())
    assert client.post("/en/accounts/profile/", {"name": "Olga", "language": "xx"}).status_code == 422


def test_profile_is_for_the_signed_in(client):
    assert client.get("/en/accounts/profile/").status_code == 302


def test_outside_providers_have_no_address_while_off(client):
    assert client.get("/en/accounts/3rdparty/").status_code == 404
