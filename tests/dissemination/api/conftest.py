from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from accounts.services.tokens import make_token
from core.enums import ApiScope
from network.enums import Role
from tests.factories import PartnerFactory, UserFactory


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def client_of(partner):
    """Somebody of a role who asks with a token for everything."""

    def made(role, *, at=partner):
        whole = role in (Role.COORDINATOR, Role.AUDITOR)
        user = UserFactory(role=role, project=at.project, partner=None if whole else at)
        client = APIClient()
        client.user = user
        _token, secret = make_token(user=user, name="test", scopes=ApiScope.values, days=1)
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
        return client

    return made
