"""What happens to the keys of an account stands in the log, without the keys."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from core.models import AuditEntry, Mail
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def noted(user):
    rows = AuditEntry.objects.filter(actor=user, target_type="accounts.user", target_id=str(user.pk)).order_by("pk")
    return [(entry.action, entry.detail) for entry in rows]


@pytest.fixture
def user(client):
    found = UserFactory()
    answer = client.post(reverse("account_login"), {"login": found.email, "password": "password"})
    assert answer.status_code == 302
    return found


def test_a_changed_password_is_noted(client, user):
    page = reverse("account_change_password")
    client.post(page, {"oldpassword": "password", "password1": "invented-words-9", "password2": "invented-words-9"})
    assert noted(user) == [("accounts.password.changed", {})]


def test_a_password_reset_by_mail_is_noted(client):
    user = UserFactory()
    assert EmailAddress.objects.filter(user=user, verified=True).exists()
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"https?://[^/\s]+(/\S+)", Mail.objects.get().text)[1]
    page = client.get(link).url
    client.post(page, {"password1": "invented-words-9", "password2": "invented-words-9"})
    assert noted(user) == [("accounts.password.changed", {})]


def test_second_factors_and_new_recovery_codes_are_noted(client, user, django_capture_on_commit_callbacks):
    page = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate"), {"password": "password"})
    secret = client.get(page).context["form"].secret
    code = totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))
    for address, typed in (
        (page, {"code": code}), (reverse("mfa_generate_recovery_codes"), {}), (reverse("mfa_deactivate_totp"), {}),
    ):  # fmt: skip
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address, typed)
    kinds = [(action, detail["type"]) for action, detail in noted(user)]
    assert ("accounts.second_factor.added", "totp") in kinds
    assert ("accounts.recovery_codes.renewed", "recovery_codes") in kinds
    assert ("accounts.second_factor.removed", "totp") in kinds
    assert secret not in str(noted(user))
    assert not Authenticator.objects.filter(user=user, type="totp").exists()


def test_an_authenticator_added_in_the_demo_needs_no_request():
    """Setting one up from a command tells nobody, because nobody did it by hand."""
    user = UserFactory()
    totp.TOTP.activate(user, totp.generate_totp_secret())
    assert noted(user) == []
