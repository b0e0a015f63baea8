import pytest

from impact_study.rules.conditions import Row, rows_of, tree_of

Q = ["q", "age"]
ROWS = [
    (Row("age", ">=", "16"), [">=", Q, 16]),
    (Row("age", "=", "1,5"), ["=", Q, 1.5]),
    (Row("age", "is_missing", ""), ["is_missing", Q]),
    (Row("age", "not is_missing", ""), ["not", ["is_missing", Q]]),
    (Row("age", "in", "1, 2"), ["in", Q, ["list", 1, 2]]),
    (Row("age", "selected", "yes"), ["selected", Q, "yes"]),
    (Row("age", "not selected", "yes"), ["not", ["selected", Q, "yes"]]),
]


@pytest.mark.parametrize(("row", "tree"), ROWS)
def test_row_is_written_as_a_tree(row, tree):
    assert tree_of([row], numbers=frozenset({"age"})) == tree


@pytest.mark.parametrize("tree", [tree for _row, tree in ROWS])
def test_tree_comes_back_from_its_rows(tree):
    join, rows = rows_of(tree)
    assert tree_of(rows, join=join, numbers=frozenset({"age"})) == tree


def test_several_rows_are_joined():
    tree = ["or", ["=", ["q", "a"], "x"], ["=", ["q", "b"], "y"]]
    assert rows_of(tree) == ("or", [Row("a", "=", "x"), Row("b", "=", "y")])
    assert tree_of(rows_of(tree)[1], join="or") == tree


@pytest.mark.parametrize(
    "tree", [["not", ["=", ["q", "a"], "x"]], [">", ["+", ["q", "a"], 1], 2], ["and", ["or", True]]]
)
def test_condition_that_rows_cannot_say_stays_a_tree(tree):
    assert rows_of(tree) is None
