import pytest
from django.utils import translation

from impact_study.rules.logic import in_words
from tests.impact_study.rules.questionnaires import definition, page, question

ASKED = definition(
    page(
        "p",
        question("role", "single", choices="colours"),
        question("age", "integer"),
        question("langs", "multiple", choices="colours"),
    )
)
TEXTS = {"q.role": "Your colour", "q.age": "Your age", "list.colours.red": "Red", "list.colours.blue": "Blue"}


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (None, ""),
        (["=", ["q", "role"], "red"], "“Your colour” is “Red”"),
        (["in", ["q", "role"], ["list", "red", "blue"]], "“Your colour” is one of: “Red”, “Blue”"),
        (["selected", ["q", "langs"], "red"], "“Red” is chosen in “langs”"),
        (
            ["and", [">=", ["q", "age"], 16], ["or", ["is_missing", ["q", "role"]], ["!=", ["q", "role"], "blue"]]],
            "“Your age” is at least 16 and (“Your colour” has no answer or “Your colour” is not “Blue”)",
        ),
        (["not", ["<", ["+", ["q", "age"], 1], 2.5]], "not (“Your age” + 1 is less than 2.5)"),
        ([">", ["date_diff", ["today"], "2020-01-01", "years"], 1], "the whole years from “2020-01-01” to today is more than 1"),
        (["max", 1, ["length", ["q", "langs"]]], "the greatest of 1, the length of “langs”"),
        (["if", True, None, ["coalesce", ["q", "age"], 0]], "(if yes, then nothing, else “Your age”, or if that has no answer 0)"),
        (["guess", 1, ["q"]], "guess(1, “”)"),
    ],
)  # fmt: skip
def test_a_condition_is_told_in_words(tree, words):
    with translation.override("en"):
        assert in_words(tree, ASKED, TEXTS) == words
