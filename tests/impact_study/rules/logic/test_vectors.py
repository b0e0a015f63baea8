"""The server's half of the table of vectors."""

import json

import pytest
from hypothesis import given
from hypothesis import settings as chances

from impact_study.rules.logic import evaluate
from impact_study.rules.logic.operators import OPERATORS
from tests.impact_study.rules.logic.vectors import ROWS, TABLE, TODAY, TREES, as_json, like


def test_the_table_is_large_enough_and_names_every_operator():
    used = json.dumps([tree for tree, _, _ in ROWS])

    assert len(ROWS) >= 120
    assert [name for name in [*OPERATORS, "q", "today"] if f'["{name}"' not in used] == []


@pytest.mark.parametrize(("tree", "values", "value"), ROWS, ids=[json.dumps(row[0]) for row in ROWS])
def test_server_comes_to_the_value_of_the_table(tree, values, value):
    assert like(as_json(evaluate(tree, values, TODAY)), value)


@chances(deadline=None)
@given(TREES)
def test_no_tree_makes_the_evaluator_fail(tree):
    evaluate(tree, TABLE["values"], TODAY)
