from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AccessToken
from accounts.services.tokens import find_token, make_token, revoke_token
from core.models import AuditEntry
from core.problems import ProblemsFound
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/en/accounts/tokens/"


def made(user=None, **values):
    return make_token(user=user or UserFactory(), **{"name": "laptop", "scopes": ["read"], "days": 30} | values)


def status(secret):
    return APIClient().get("/api/v1/projects/", headers={"Authorization": f"Bearer {secret}"}).status_code


def test_token_is_kept_as_a_hash_only():
    token, secret = made()
    assert secret not in str(AccessToken.objects.filter(pk=token.pk).values().get())
    assert (find_token(secret), find_token(f"{secret}x")) == (token, None)
    assert status(secret) == 200


def test_token_ends_by_revoking_by_time_by_a_new_password_and_with_its_account():
    (revoked, one), (old, two), (changed, three), (left, four) = made(), made(), made(), made()
    revoke_token(token=revoked, by=revoked.user)
    AccessToken.objects.filter(pk=old.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    changed.user.set_password("another one")
    changed.user.save()
    left.user.is_active = False
    left.user.save()
    assert [status(secret) for secret in (one, two, three, four, "net_invented", "é")] == [401] * 6


def test_token_lives_a_year_at_most():
    token, _secret = made(days=4000)
    assert token.expires_at < timezone.now() + timedelta(days=366)


def test_use_is_noted_now_and_then(django_assert_num_queries):
    token, secret = made()
    status(secret)
    token.refresh_from_db()
    noted = token.used_at
    status(secret)
    token.refresh_from_db()
    assert (noted is not None, token.used_at) == (True, noted)


def test_second_factor_is_asked_of_programs_too(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    _token, secret = made(UserFactory(is_staff=True))
    assert status(secret) == 403


def test_name_is_free_again_after_revoking():
    user = UserFactory()
    token, _secret = made(user)
    with pytest.raises(ProblemsFound):
        made(user)
    revoke_token(token=token, by=user)
    made(user)
    assert list(AuditEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "accounts.token.made", "accounts.token.revoked", "accounts.token.made",
    ]  # fmt: skip


def test_page_shows_the_secret_once(client):
    client.force_login(UserFactory())
    given = {"name": "laptop", "scopes": ["read", "write"], "days": "90"}

    answer = client.post(ADDRESS, given).content.decode()
    again = client.post(ADDRESS, given)

    secret = answer.partition("<code>")[2].partition("</code>")[0]
    assert find_token(secret).scopes == ["read", "write"]
    assert (again.status_code, secret in client.get(ADDRESS).content.decode()) == (422, False)


def test_page_revokes_ones_own_tokens_only(client):
    (mine, _one), (other, _two) = made(), made()
    client.force_login(mine.user)
    assert client.post(f"{ADDRESS}{other.pk}/revoke/").status_code == 404
    assert client.post(f"{ADDRESS}{mine.pk}/revoke/").status_code == 302
    assert AccessToken.objects.filter(revoked_at__isnull=True).get() == other
