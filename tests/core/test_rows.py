from datetime import date

import pytest

from core import rows
from network.models import Head, TallyDelta
from tests.factories import CategoryFactory

pytestmark = pytest.mark.django_db


def test_rows_are_appended_in_chunks_and_changed_by_their_keys(monkeypatch):
    monkeypatch.setattr(rows, "CHUNK", 2)
    category = CategoryFactory()
    lines = [(category.project_id, category.pk, date(2018, month, 1), month, 0, 0, 0, 0) for month in (1, 2, 3)]
    columns = ("project", "category", "month", "heads", "evidenced", "shared", "waiting", "late")
    rows.append(TallyDelta, columns, lines)
    keys = list(TallyDelta.objects.filter(heads__gt=1).values_list("pk", flat=True))
    rows.change(TallyDelta, keys, shared=7, month=date(2019, 1, 1))
    assert list(TallyDelta.objects.order_by("pk").values_list("month", "heads", "shared", "partner")) == [
        (date(2018, 1, 1), 1, 0, None), (date(2019, 1, 1), 2, 7, None), (date(2019, 1, 1), 3, 7, None),
    ]  # fmt: skip


def test_nothing_to_append_or_change_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        rows.append(Head, ("project",), [])
        rows.change(Head, [], is_shared=True)
