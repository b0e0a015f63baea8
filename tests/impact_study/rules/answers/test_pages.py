import json
from datetime import date

import pytest

from core.problems import Problem
from impact_study.enums import Missing
from impact_study.rules.answers import Reading, read_page
from tests.impact_study.rules.questionnaires import definition, one_question, page, question

TODAY = date(2026, 3, 1)
FILE = {"id": "5f0c2d1e-1111-4222-8333-444455556666", "name": "plan.pdf", "size": 9, "sha256": "0a" * 32}


def read(asked, raw, known=None, language="en"):
    return read_page(asked, asked.pages[-1], raw, today=TODAY, known=known or {}, language=language)


def read_one(kind, *given, language="en", **more):
    reading = read(one_question(kind, **more), {"asked": list(given)}, language=language)
    return reading.values.get("asked"), [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("kind", "typed", "value", "more"),
    [
        ("single", "1", "1", {"choices": "agree"}),
        ("multiple", "red", ["red"], {"choices": "colours"}),
        ("rating", "7", 7, {}),
        ("number", "3.5", 3.5, {}),
        ("number", " 12 ", 12, {}),
        ("number", "1,234.5", 1234.5, {}),
        ("number", "−4", -4, {}),
        ("integer", "4", 4, {}),
        ("integer", "4.0", 4, {}),
        ("text", "  two\u202e   words ", "two words", {}),
        ("text", "e\u0301", "é", {}),
        ("long_text", "a\r\nb\x00", "a\nb", {}),
        ("date", "2019-02-05", "2019-02-05", {}),
        ("date", "5.2.2019", "2019-02-05", {}),
        ("date", "05/02/2019", "2019-02-05", {}),
        ("month", "2019-02", "2019-02", {}),
        ("month", "2/2019", "2019-02", {}),
        ("time", "8:30", "08:30", {}),
        ("time", "8.30", "08:30", {}),
        ("consent", "yes", True, {}),
        ("consent", "no", False, {}),
        ("linkage_code", " ab3-k7 ", "AB3K7", {}),
        ("file", json.dumps(FILE), [FILE], {}),
    ],
)
def test_what_is_typed_becomes_a_value(kind, typed, value, more):
    assert read_one(kind, typed, **more) == (value, [])


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [("es", "3,5", 3.5), ("es", "1.234,5", 1234.5), ("es", "1.234", 1234), ("en", "1.234", 1.234), ("es", "3.5", 3.5)],
)
def test_numbers_are_read_in_the_respondents_language(language, typed, value):
    assert read_one("number", typed, language=language) == (value, [])


def test_only_american_english_puts_the_month_first():
    assert read_one("date", "5/2/2019", language="en-us") == ("2019-05-02", [])


@pytest.mark.parametrize(
    ("kind", "given", "code", "more"),
    [
        ("single", ["9"], "unknown_choice", {"choices": "agree"}),
        ("single", ["1", "2"], "several_choices", {"choices": "agree"}),
        ("multiple", ["red", "green"], "unknown_choice", {"choices": "colours"}),
        ("multiple", ["red", "none"], "exclusive_choice", {"choices": "colours"}),
        ("multiple", ["1", "na"], "exclusive_choice", {"choices": "agree"}),
        ("rating", ["11"], "out_of_range", {}),
        ("rating", ["x"], "wrong_type", {}),
        ("rating", ["1.5"], "off_step", {}),
        ("number", ["many"], "wrong_type", {}),
        ("number", ["1:30"], "wrong_type", {}),
        ("number", ["1", "2"], "several_choices", {}),
        ("number", ["-1"], "out_of_range", {"low": 0}),
        ("number", ["101"], "out_of_range", {"high": 100}),
        ("number", ["9" * 40], "out_of_range", {}),
        ("number", ["0.3"], "off_step", {"step": 0.5}),
        ("integer", ["1.5"], "not_whole", {}),
        ("text", ["x" * 251], "too_long", {}),
        ("text", ["abcd"], "too_long", {"max_length": 3}),
        ("date", ["31.2.2019"], "wrong_type", {}),
        ("date", ["soon"], "wrong_type", {}),
        ("month", ["13/2019"], "wrong_type", {}),
        ("time", ["25:00"], "wrong_type", {}),
        ("ranking", ["red", "red"], "ranked_twice", {"choices": "colours"}),
        ("ranking", ["green"], "unknown_choice", {"choices": "colours"}),
        ("file", ["../secret"], "wrong_type", {}),
        ("file", ['{"id": "x"}'], "wrong_type", {}),
        ("file", [json.dumps({**FILE, "name": "../secret"})], "wrong_type", {}),
        ("file", [json.dumps(FILE), json.dumps(FILE)], "too_many_files", {}),
        ("consent", ["perhaps"], "wrong_type", {}),
        ("integer", ["3"], "constraint", {"constraint": [">", ["q", "asked"], 5]}),
        ("integer", [], "required", {"required": "hard"}),
        ("integer", [""], "soft_required", {"required": "soft"}),
    ],
)
def test_each_bad_answer_has_its_own_code_and_is_not_kept(kind, given, code, more):
    assert read_one(kind, *given, **more) == (None, [code])


def test_good_parts_of_a_page_are_kept():
    asked = definition(page("p", question("a", "integer"), question("b", "integer"), question("c", "text")))

    reading = read(asked, {"a": ["x"], "b": ["2"], "c": [""]})

    message = "Write a number, for example 12 or 3.5."
    assert reading == Reading(
        values={"b": 2},
        missing={"a": Missing.NO_ANSWER, "c": Missing.NO_ANSWER},
        problems=[Problem("wrong_type", message, field="a")],
    )


def test_a_declared_reason_is_an_answer_even_where_one_must_be_given():
    asked = one_question("single", choices="agree", required="hard")

    assert read(asked, {"asked": ["na"]}) == Reading(missing={"asked": Missing.NOT_APPLICABLE})


def test_the_order_of_ticking_does_not_matter_but_the_order_of_a_ranking_does():
    assert read_one("multiple", "blue", "red", "blue", choices="colours")[0] == ["red", "blue"]
    assert read_one("ranking", "blue", "red", choices="colours")[0] == ["blue", "red"]


def test_places_typed_beside_the_choices_make_a_ranking():
    asked = one_question("ranking", choices="colours")

    assert read(asked, {"asked__red": ["2"], "asked__blue": ["1"]}).values == {"asked": ["blue", "red"]}
    assert [p.code for p in read(asked, {"asked__red": ["1"], "asked__blue": ["1"]}).problems] == ["ranked_twice"]


def test_words_beside_other_are_kept_only_with_other():
    asked = one_question("single", choices="colours", other=True)

    assert read(asked, {"asked": ["other"], "asked__other": [" green "]}).values == {
        "asked": "other",
        "asked__other": "green",
    }
    assert read(asked, {"asked": ["red"], "asked__other": ["green"]}).values == {"asked": "red"}


CHAIN = definition(
    page("first", question("work", "single", choices="agree")),
    page(
        "second",
        question("hours", "integer", relevant=["=", ["q", "work"], "1"]),
        question("pay", "integer", relevant=[">", ["q", "hours"], 10], required="hard"),
    ),
)


def test_an_answer_to_a_hidden_question_is_dropped_and_told():
    reading = read(CHAIN, {"hours": ["5"]}, known={"work": "2"})

    assert reading.values == {}
    assert reading.missing == {"hours": Missing.NOT_SHOWN, "pay": Missing.NOT_SHOWN}
    assert [(problem.code, problem.warning) for problem in reading.problems] == [("hidden_dropped", True)]


def test_a_question_that_an_answer_of_the_same_page_brings_is_pointed_out():
    reading = read(CHAIN, {"hours": ["20"]}, known={"work": "1"})

    assert reading.values == {"hours": 20}
    assert [(problem.code, problem.field) for problem in reading.problems] == [("now_shown", "pay")]


def test_fields_that_belong_to_no_question_are_named():
    reading = read(one_question("text"), {"csrfmiddlewaretoken": ["x"], "_next": ["1"], "hobby": ["chess"]})

    assert [(p.code, p.field, p.warning) for p in reading.problems] == [("unknown_question", "hobby", True)]
