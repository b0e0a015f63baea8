from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from redis.exceptions import ConnectionError as RedisAway

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LOGIN = "/en/accounts/login/"


def sign_in(client, email, password="password", **extra):
    return client.post(LOGIN, {"login": email, "password": password, **extra})


def test_sign_in_opens_the_start_page_in_the_language_of_the_account(client, settings):
    settings.LOGIN_REDIRECT_URL = "/"
    assert sign_in(client, UserFactory(language="es").email).url == "/es/"


def test_sign_in_greets_in_the_language_of_the_account(client):
    answer = sign_in(client, UserFactory(language="es").email)

    (greeting,) = get_messages(answer.wsgi_request)
    assert str(greeting).startswith("Ha iniciado sesión")


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "/\\example.org", "javascript:alert(1)"])
def test_sign_in_leads_only_to_own_paths(client, settings, target):
    settings.LOGIN_REDIRECT_URL = "/"
    assert sign_in(client, UserFactory().email, next=target).url == "/en/"


def test_sign_in_leads_back_to_where_one_wanted_to_go(client):
    assert sign_in(client, UserFactory().email, next="/en/accounts/profile/").url == "/en/accounts/profile/"


def test_wrong_password_and_unknown_address_get_the_same_answer(client):
    known = UserFactory().email
    answers = [
        sign_in(client, email, "wrong-password").context["form"].errors for email in (known, "nobody@example.org")
    ]
    assert answers[0] == answers[1]


def test_sign_in_stops_after_five_failures_even_with_the_right_password(client):
    email = UserFactory().email
    for _attempt in range(5):
        sign_in(client, email, "wrong-password")
    assert sign_in(client, email).status_code == 200


def test_sign_in_fails_closed_while_the_limits_are_away(client, monkeypatch):
    def away(*args, **kwargs):
        raise RedisAway

    monkeypatch.setattr("django.core.cache.backends.locmem.LocMemCache.add", away)
    response = sign_in(client, UserFactory().email)
    assert (response.status_code, response["Retry-After"], "_auth_user_id" in client.session) == (503, "30", False)


def test_new_password_ends_the_other_sessions_on_their_next_request(client, client_factory):
    user = UserFactory()
    elsewhere = client_factory(user)
    user.set_password("another-long-password")
    user.save()
    assert elsewhere.get(reverse("accounts:profile")).status_code == 302


@pytest.fixture
def client_factory():
    from django.test import Client

    def signed_in(user):
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def test_admin_has_no_sign_in_of_its_own(client):
    response = client.get("/en/admin/login/")
    assert response.url.startswith("/en/accounts/login/")


def test_admin_refuses_who_is_not_staff(client):
    client.force_login(UserFactory())
    assert client.get("/en/admin/login/").status_code == 403
