from __future__ import annotations

import pytest

from accounts.models import User
from core.models import Mail

pytestmark = pytest.mark.django_db

SIGNUP = "/es/accounts/signup/"


def sign_up(client, email):
    words = {
        "email": email,
        "name": "Inés Invented",
        "password1": "long-and-secret-7",
        "password2": "long-and-secret-7",
    }
    return client.post(SIGNUP, words)


def invite(client, email):
    session = client.session
    session["invitation"] = email
    session.save()


def test_sign_up_is_closed_to_strangers(client):
    assert (b"invita" in client.get(SIGNUP).content, sign_up(client, "x@example.org").status_code) == (True, 200)
    assert not User.objects.exists()


def test_invited_person_signs_up_with_a_verified_address_and_the_page_language(client):
    invite(client, "ines@example.org")
    sign_up(client, "Ines@example.org")
    user = User.objects.get()
    verified = user.emailaddress_set.get().verified
    assert (user.email, user.name, user.language, verified) == ("ines@example.org", "Inés Invented", "es", True)


def test_invited_person_cannot_sign_up_with_another_address(client):
    invite(client, "ines@example.org")
    sign_up(client, "other@example.org")
    assert not User.objects.exists()


def test_open_sign_up_asks_to_confirm_the_address_by_a_link_of_the_settings(client, settings):
    settings.OPEN_SIGNUP = True
    settings.SITE_URL = "https://platform.example.org"
    sign_up(client, "ines@example.org")
    mail = Mail.objects.get()
    assert (mail.to, "https://platform.example.org/es/accounts/confirm-email/" in mail.text) == (
        "ines@example.org",
        True,
    )
