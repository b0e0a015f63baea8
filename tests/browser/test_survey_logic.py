"""The browser's half of the table of vectors: static/js/survey_logic.js in a real Chromium."""

from pathlib import Path

import pytest

from impact_study.rules.logic import evaluate
from tests.impact_study.rules.logic.vectors import ROWS, TABLE, TODAY, as_json, like, random_trees

TWIN = (Path(__file__).parents[2] / "static" / "js" / "survey_logic.js").read_text()


@pytest.mark.browser
def test_browser_comes_to_the_values_of_the_table_and_to_the_servers_on_random_trees(page):
    trees = [tree for tree, _, _ in ROWS] + random_trees()
    expected = [as_json(evaluate(tree, TABLE["values"], TODAY)) for tree in trees]

    found = page.evaluate(
        """async ([source, trees, values, today]) => {
            const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }))
            const { evaluate } = await import(address)
            return trees.map((tree) => evaluate(tree, values, today))
        }""",
        [TWIN, trees, TABLE["values"], TABLE["today"]],
    )

    assert [
        (tree, one, other) for tree, one, other in zip(trees, expected, found, strict=True) if not like(one, other)
    ] == []
