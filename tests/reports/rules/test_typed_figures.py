from __future__ import annotations

import pytest

from reports.rules.typed_figures import Counted, counted_in, differing_figures
from tests.reports.documents import document

COUNTED = [Counted("Teachers and trainers", (148, 180)), Counted("Enterprises", (1031,))]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("We reached 148 teachers.", []),
        ("Of 180 teachers promised we reached 148 teachers and trainers.", []),
        ("We reached 152 teachers.", ["The text says 152 for “Teachers and trainers”; counted are 148."]),
        (
            "We reached 152 motivated young trainers.",
            ["The text says 152 for “Teachers and trainers”; counted are 148."],
        ),
        ("In 2018 we met. Teachers came.", []),
        ("1 031 enterprises, or 1.031 enterprises, or 1,031 enterprises", []),
        ("900 enterprises", ["The text says 900 for “Enterprises”; counted are 1031."]),
        ("85 % of teachers agreed, 3 times a year, teachers 12", []),
        ("On 2018-03-14 teachers met.", []),
        ("", []),
    ],
)
def test_differing_figures(text, messages):
    assert [str(problem.message) for problem in differing_figures(text, COUNTED)] == messages


def test_counted_in_takes_what_tables_show_under_the_same_name():
    assert counted_in(document()) == [Counted("Teachers", (148, 180)), Counted("Enterprises", (31, 120))]
