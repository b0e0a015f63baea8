from __future__ import annotations

import pytest

from core.personal_data import copy_of
from tests.factories import ParticipationFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_copy_of_a_person_hands_over_their_records_only():
    record = ParticipationFactory(person__given_name="Invented", function_then="Teacher")
    ParticipationFactory()

    copy = copy_of(record.person)

    assert [row["given_name"] for row in copy["network.Person"]] == ["Invented"]
    assert [row["function_then"] for row in copy["network.Participation"]] == ["Teacher"]
    assert "accounts.User" not in copy


def test_copy_of_an_account_hands_over_its_memberships():
    user = UserFactory(role="manager")
    assert [row["role"] for row in copy_of(user)["network.Membership"]] == ["manager"]
    assert PersonFactory().partners.count() == 0
