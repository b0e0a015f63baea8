import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection

from core.inserting import insert_one, insert_together
from core.models import Mail


def both(name):
    insert_together(Mail(to="ana@example.org", subject=name), Group(name=name))


def kept():
    return list(Mail.objects.values_list("subject", flat=True)), list(Group.objects.values_list("name", flat=True))


@pytest.mark.django_db(transaction=True)
def test_rows_are_written_together_or_not_at_all(django_assert_num_queries):
    both("planned")
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 4):
        both("one")
    with pytest.raises(IntegrityError):
        both("one")
    assert kept() == (["planned", "one"], ["planned", "one"])


@pytest.mark.django_db
def test_what_cannot_be_written_leaves_the_transaction_around_it_alone():
    both("one")
    with pytest.raises(IntegrityError):
        both("one")
    both("two")
    assert kept() == (["one", "two"], ["one", "two"])


@pytest.mark.django_db
def test_one_row_is_written_as_by_save_and_knows_its_key():
    one, other = (Mail(to="ana@example.org", subject=name) for name in ("one", "other"))
    insert_one(one)
    other.save()

    assert [Mail.objects.get(subject=row.subject).pk for row in (one, other)] == [one.pk, other.pk]
    assert (one._state.adding, one._state.db) == (other._state.adding, other._state.db)
