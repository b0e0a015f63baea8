import pytest
from django.db import connection

from core.prepared import Prepared

TWICE = Prepared("twice_for_a_test", "SELECT CAST(%(key)s AS bigint) + %(key)s")


@pytest.mark.django_db(transaction=True)
def test_prepared_statement_answers_again_on_the_same_and_on_a_new_connection():
    answers = [TWICE.rows(2), TWICE.rows(3)]
    connection.close()
    assert [*answers, TWICE.rows(4)] == [[(4,)], [(6,)], [(8,)]]
