"""How a question is offered."""

import pytest

from impact_study.rules.compiled.fields import MANY, FieldWriter
from impact_study.rules.compiled.sheet import Builder
from impact_study.rules.compiled.texts import Texts
from impact_study.rules.definition import trusted_definition


def field_writer(number, **of_question):
    codes = [f"c{place}" for place in range(number)]
    definition = trusted_definition(
        {
            "format": 1,
            "meta": {"code": "plain", "base_language": "en", "languages": ["en"], "title": "t"},
            "choice_lists": [{"code": "places", "choices": [{"code": code, "text": code} for code in codes]}],
            "pages": [
                {
                    "code": "one",
                    "items": [
                        {"kind": "question", "code": "place", "type": "single", "text": "q", "choices": "places"}
                        | of_question
                    ],
                }
            ],
        }
    )
    words = {code: code.upper() for code in codes}
    return FieldWriter(Builder(), definition, Texts("en", "en", words, words)), definition.pages[0].items[0]


@pytest.mark.parametrize(
    ("number", "of_question", "is_list"),
    [
        (MANY - 1, {}, False),
        (MANY, {}, True),
        (MANY, {"type": "multiple"}, False),
        (MANY, {"personal_data": True}, False),
    ],
)
def test_one_of_many_plain_choices_is_a_list_to_open(number, of_question, is_list):
    writer, question = field_writer(number, **of_question)
    assert writer.is_list(question) is is_list


def test_list_keeps_what_was_chosen():
    writer, question = field_writer(MANY)
    writer.write(question)
    shown = writer.out.sheet().filled({("selected", "place", "c2"): " selected"})
    assert '<option value="c1">C1</option><option value="c2" selected>C2</option>' in shown
