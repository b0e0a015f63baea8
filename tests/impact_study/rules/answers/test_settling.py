from datetime import date

from impact_study.enums import Missing
from impact_study.rules.answers import Settled, settle
from tests.impact_study.rules.questionnaires import definition, page, question

TODAY = date(2026, 3, 1)
ASKED = definition(
    page("work", question("work", "single", choices="agree", required="hard")),
    page("hours", question("hours", "integer", low=0, high=80), relevant=["=", ["q", "work"], "1"]),
    page("sum", question("double", "computed", calculation=["*", ["q", "hours"], 2])),
    page("pay", question("pay", "integer", relevant=[">", ["q", "double"], 10])),
)


def test_hidden_answers_are_dropped_and_computed_ones_computed():
    assert settle(ASKED, {"work": "1", "hours": 12, "pay": 100}, {}, today=TODAY) == Settled(
        answers={"work": "1", "hours": 12, "double": 24, "pay": 100}
    )

    settled = settle(ASKED, {"work": "2", "hours": 12, "pay": 100}, {}, today=TODAY)

    assert settled.answers == {"work": "2"}
    assert settled.missing == {
        "hours": Missing.NOT_SHOWN,
        "double": Missing.NO_ANSWER,
        "pay": Missing.NOT_SHOWN,
    }
    assert [(problem.code, problem.field) for problem in settled.problems] == [
        ("hidden_dropped", "hours"),
        ("hidden_dropped", "pay"),
    ]


def test_reasons_count_only_where_the_question_declares_them():
    assert settle(ASKED, {}, {"work": "not_applicable"}, today=TODAY).missing["work"] == Missing.NOT_APPLICABLE

    undeclared = settle(ASKED, {}, {"work": "dont_know"}, today=TODAY)

    assert undeclared.missing["work"] == Missing.NO_ANSWER
    assert [problem.code for problem in undeclared.problems] == ["required"]


def test_values_of_the_wrong_type_are_named_and_not_kept():
    settled = settle(ASKED, {"work": 1, "hours": "12", "shoes": 43}, {}, today=TODAY)

    assert settled.answers == {}
    assert [(problem.code, problem.field) for problem in settled.problems] == [
        ("wrong_type", "work"),
        ("hidden_dropped", "hours"),
        ("unknown_question", "shoes"),
    ]


def test_numbers_beyond_all_measure_are_out_of_range():
    settled = settle(ASKED, {"work": "1", "hours": 10**400}, {}, today=TODAY)

    assert [(problem.code, problem.field) for problem in settled.problems] == [("out_of_range", "hours")]
