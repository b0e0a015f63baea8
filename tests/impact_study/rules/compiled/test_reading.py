"""The quick way and the engine always come to the same."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from impact_study.rules.answers import read_page, settle
from impact_study.rules.compiled import Texts, compile_survey
from impact_study.rules.compiled.reading import quick_reader
from impact_study.rules.definition import trusted_definition

TODAY = date(2019, 5, 1)
CHOICES = [{"code": code, "text": code} for code in ("a", "b", "c")]
PLAIN = {
    "format": 1,
    "meta": {"code": "plain", "base_language": "en", "languages": ["en"], "title": "t"},
    "choice_lists": [
        {"code": "abc", "choices": [*CHOICES, {"code": "none", "text": "n", "exclusive": True},
                                    {"code": "na", "text": "na", "missing": "not_applicable"}]},
    ],
    "pages": [
        {
            "code": "one",
            "items": [
                {"kind": "question", "code": "one", "type": "single", "text": "q", "choices": "abc"},
                {"kind": "question", "code": "many", "type": "multiple", "text": "q", "choices": "abc"},
                {"kind": "question", "code": "stars", "type": "rating", "text": "q", "low": 1, "high": 5},
                {"kind": "question", "code": "words", "type": "text", "text": "q", "max_length": 5},
                {"kind": "question", "code": "soft", "type": "single", "text": "q", "choices": "abc",
                 "required": "soft"},
            ],
        }
    ],
}  # fmt: skip
SENT = st.lists(st.sampled_from(["a", "b", "c", "none", "na", "3", "9", "x", "", " a ", "longer"]), max_size=3)
DEFINITION = trusted_definition(PLAIN)


@given(st.dictionaries(st.sampled_from(["one", "many", "stars", "words", "soft", "_state", "unknown"]), SENT))
@example({"many": [], "soft": ["a"]})
@settings(max_examples=300)
def test_what_the_quick_way_takes_the_engine_takes_alike(raw):
    page = DEFINITION.pages[0]
    quick = quick_reader(DEFINITION, page).read(raw)

    if quick is not None:
        assert quick == read_page(DEFINITION, page, raw, today=TODAY, known={}, language="en")


def test_the_usual_page_goes_the_quick_way():
    raw = {"one": ["a"], "many": ["c", "a"], "stars": ["3"], "words": ["Hello"], "soft": ["b"], "_state": ["x"]}

    reading = quick_reader(DEFINITION, DEFINITION.pages[0]).read(raw)

    assert reading.values == {"one": "a", "many": ["a", "c"], "stars": 3, "words": "Hello", "soft": "b"}


def test_a_plain_questionnaire_settles_as_the_engine_would():
    from impact_study.services.courses import Course
    from impact_study.services.responses import settled_answers

    survey = compile_survey(DEFINITION, Texts("en", "en", {}, {}), ["en"])
    course = Course(channel=1, version=1, answers={"one": "a"}, missing={"many": "not_applicable"})

    quick = settled_answers(survey, course, TODAY)

    assert survey.is_plain
    assert quick == settle(DEFINITION, course.answers, course.missing, today=TODAY)
