"""Two who use one invitation at the same moment: one gets in. On PostgreSQL, since SQLite has one writer at a time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections
from django.utils import timezone

from core.problems import ProblemsFound
from network.enums import Role
from network.models import Invitation, Membership
from network.services.invitations import accept, hash_of
from tests.factories import PartnerFactory, UserFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def test_two_requests_at_once_use_an_invitation_once():
    partner, user = PartnerFactory(), UserFactory()
    Invitation.objects.create(
        project=partner.project, partner=partner, role=Role.READER, email=user.email, token_hash=hash_of("token"),
        expires_at=timezone.now() + timedelta(days=1),
    )  # fmt: skip
    together = Barrier(2)

    def use(_number):
        try:
            together.wait(timeout=30)
            accept(token="token", by=user)
        except ProblemsFound as found:
            return found.problems[0].code
        else:
            return "in"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(use, range(2))) == ["in", "not_open"]
    assert Membership.objects.filter(user=user, partner=partner).count() == 1
