import pytest
from django.db import transaction

from core.remembered import Remembered


@pytest.mark.django_db(transaction=True)
def test_remembered_makes_each_thing_once_and_forgets_the_oldest():
    kept, made = Remembered(2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "b"]


@pytest.mark.django_db(transaction=True)
def test_remembered_keeps_nothing_of_a_transaction():
    kept = Remembered(2)
    with transaction.atomic():
        kept.get("a", lambda: "not yet true")
    assert kept.get("a", lambda: "true") == "true"
