from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from accounts.mfa import MFAAdapter
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def test_staff_without_a_second_factor_are_led_to_set_one_up(client):
    client.force_login(UserFactory(is_staff=True))
    assert client.get("/en/admin/").url == "/en/accounts/2fa/"


def test_staff_with_a_second_factor_go_on(client):
    staff = UserFactory(is_staff=True)
    TOTP.activate(staff, generate_totp_secret())
    client.force_login(staff)
    assert client.get("/en/admin/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client):
    staff = UserFactory(is_staff=True)
    Authenticator.objects.create(user=staff, type=Authenticator.Type.RECOVERY_CODES, data={})
    client.force_login(staff)
    assert client.get("/en/admin/").status_code == 302


@pytest.mark.parametrize("path", ["/en/accounts/2fa/", "/en/accounts/profile/", "/en/accounts/logout/"])
def test_account_pages_stay_open_without_it(client, path):
    client.force_login(UserFactory(is_staff=True))
    assert client.get(path).status_code == 200


def test_others_need_none(client):
    client.force_login(UserFactory())
    assert client.get("/en/accounts/profile/").status_code == 200


def test_secret_is_kept_encrypted_and_read_back():
    secret = generate_totp_secret()
    authenticator = TOTP.activate(UserFactory(), secret).instance
    kept = authenticator.data["secret"]
    assert (secret in kept, MFAAdapter().decrypt(kept)) == (False, secret)


def test_secret_is_read_after_the_key_was_changed(settings):
    kept = MFAAdapter().encrypt("secret")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new-key", [settings.SECRET_KEY]
    assert MFAAdapter().decrypt(kept) == "secret"
