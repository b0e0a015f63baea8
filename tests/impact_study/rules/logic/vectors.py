"""One table of conditions and what they come to, for the evaluator of the server and for its twin in the browser."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given, seed
from hypothesis import settings as chances
from hypothesis import strategies as st

from impact_study.rules.logic.operators import OPERATORS

TABLE = json.loads((Path(__file__).parents[1] / "logic_vectors.json").read_text())
TODAY = date.fromisoformat(TABLE["today"])
ROWS = [(row["tree"], TABLE["values"], row["value"]) for row in TABLE["rows"]]
LEAVES = st.sampled_from(
    [
        None, True, False, 0, 1, -2, 0.5, 3, "a", "b", "es", "a|b", "(a+)+", "2019-02-05", "2020-02-29", "days", "years",
        *(["q", code] for code in (*TABLE["values"], "gone")), ["today"], ["list"], ["list", "es", "a"],
    ]
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda parts: st.tuples(st.sampled_from([*OPERATORS, "q", "today", "nothing"]), st.lists(parts, max_size=4)).map(
        lambda call: [call[0], *call[1]]
    ),
    max_leaves=12,
)


def as_json(value):
    """A value as JSON shows it; a list of a tree is one of JSON."""
    return [as_json(part) for part in value] if isinstance(value, tuple) else value


def like(first, second):
    """The same value and the same kind: 1 is not true, and 1.0 is 1."""
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(like, first, second))
    return isinstance(first, bool) == isinstance(second, bool) and first == second


def random_trees(count=600):
    """The same random trees in every run, so that a failure can be looked at again."""
    trees = []

    @seed(20260301)
    @chances(max_examples=count, database=None, deadline=None)
    @given(TREES)
    def collect(tree):
        trees.append(tree)

    collect()
    return trees
