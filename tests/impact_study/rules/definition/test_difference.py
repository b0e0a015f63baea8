from dataclasses import replace

from impact_study.rules.definition import Change, difference
from tests.impact_study.rules.questionnaires import AGREE, definition, page, question

A = question("a", "single", choices="agree")
TEXTS = {"q.a": "Did it help?", "q.b": "How many hours?", "page.p": "Work", "list.agree.1": "Yes", "list.agree.2": "No"}


def changes(old, new, texts=None):
    return difference(old, new, TEXTS, {**TEXTS, **(texts or {})})


def test_nothing_changed_is_no_change():
    asked = definition(page("p", A, question("b", "integer")))

    assert changes(asked, asked) == []


def test_changes_are_told_in_words():
    old = definition(page("p", A, question("b", "integer", low=0), question("c", "text")))
    new = definition(page("p", A, question("b", "number", relevant=["=", ["q", "a"], "1"]), question("d", "text")))

    assert changes(old, new, {"q.a": "Did it really help?", "q.d": "Why?"}) == [
        Change("text", "Question a, text", "Did it help?", "Did it really help?"),
        Change("changed", "Question b, type", "Whole number", "Number"),
        Change("changed", "Question b, shown when", "–", "“Did it really help?” is “Yes”"),
        Change("changed", "Question b, least value", "0", "–"),
        Change("added", "Question d", "", "Why?"),
        Change("removed", "Question c", "q.c", ""),
    ]


def test_only_what_was_moved_is_told_as_moved():
    a, b, c = (question(code, "text") for code in "abc")
    old = definition(page("p", a, b, c), page("r", question("d", "text")))
    new = definition(page("p", c, a, b), page("r", question("d", "text")))
    elsewhere = definition(page("p", b, c), page("r", a, question("d", "text")))

    assert changes(old, new) == [Change("moved", "Question c", "place 3", "place 1")]
    assert changes(old, elsewhere) == [Change("moved", "Question a", "page p", "page r")]


def test_title_languages_and_the_order_of_choices_are_told_too():
    old = definition(page("p", A))
    turned = {**AGREE, "choices": AGREE["choices"][::-1]}
    new = replace(definition(page("p", A), lists=[turned]), languages=("en",))

    assert difference(definition(page("p", A), lists=[AGREE]), new, TEXTS, {**TEXTS, "meta.title": "Work"}) == [
        Change("text", "Questionnaire, title", "meta.title", "Work"),
        Change("changed", "Questionnaire, languages", "en, es", "en"),
        Change("moved", "List agree, order", "1, 2, na", "na, 2, 1"),
    ]
    assert changes(old, old) == []
