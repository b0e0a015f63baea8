import pytest

from accounts.models import User
from core import paging
from tests.factories import UserFactory


@pytest.mark.django_db
@pytest.mark.parametrize(("limit", "counted"), [(2, (2, True)), (3, (3, False)), (9, (3, False))])
def test_long_paginator_counts_up_to_its_limit(monkeypatch, limit, counted):
    monkeypatch.setattr(paging, "LIMIT", limit)
    UserFactory.create_batch(3)
    pages = paging.LongPaginator(User.objects.order_by("email"), 2)
    assert (pages.count, pages.is_cut) == counted
