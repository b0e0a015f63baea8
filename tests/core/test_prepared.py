import pytest
from django.contrib.auth.models import Group
from django.db import connection

from core.prepared import Compiled, Prepared

TWICE = Prepared("twice_for_a_test", "SELECT CAST(%(key)s AS bigint) + %(key)s")


@pytest.mark.django_db(transaction=True)
def test_prepared_statement_answers_again_on_the_same_and_on_a_new_connection():
    answers = [TWICE.rows(2), TWICE.rows(3)]
    connection.close()
    assert [*answers, TWICE.rows(4)] == [[(4,)], [(6,)], [(8,)]]


AMONG = Prepared(
    "among_for_a_test",
    "SELECT id FROM auth_group WHERE id = ANY(%(keys)s) AND (%(all)s OR id > %(over)s) ORDER BY id",
    keys="bigint[]", all="boolean", over="bigint",
)  # fmt: skip


@pytest.mark.django_db
def test_prepared_statement_takes_a_list_and_several_values():
    one, two, three = (Group.objects.create(name=name).pk for name in ("one", "two", "three"))
    answers = [AMONG.rows([three, one, two], False, one), AMONG.rows([one, two], True, one), AMONG.rows([], True, 0)]
    assert [[key for (key,) in rows] for rows in answers] == [[two, three], [one, two], []]


ABOUT = Compiled(lambda name, least: Group.objects.filter(name=name, pk__gte=least).only("name"), name="?", least=-7)


@pytest.mark.django_db
def test_compiled_choice_of_rows_answers_as_the_queryset_it_was_written_from(django_assert_num_queries):
    wanted, _other = (Group.objects.create(name=name) for name in ("wanted", "other"))
    with django_assert_num_queries(3):
        found = [ABOUT.first(name="wanted", least=least) for least in (0, wanted.pk, wanted.pk + 1)]
    assert (found, found[0].name) == ([wanted, wanted, None], "wanted")
