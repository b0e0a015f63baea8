import json

import pytest
from hypothesis import given
from hypothesis import settings as chances
from hypothesis import strategies as st

from core.problems import ProblemsFound
from impact_study.enums import QuestionType
from impact_study.rules.definition import read_definition
from impact_study.rules.definition.shape import SCHEMA
from tests.impact_study.rules.questionnaires import AGREE, document, page, question

CODES = st.from_regex(r"[a-z][a-z0-9_]{0,31}", fullmatch=True)
KEYS = st.from_regex(r"[a-z][a-z0-9_.]{0,30}", fullmatch=True)
NUMBERS = st.integers(-1000, 1000) | st.floats(-1000, 1000, allow_nan=False)
TREES = st.recursive(
    st.booleans() | NUMBERS | st.text(max_size=8),
    lambda parts: st.tuples(st.sampled_from(["and", "=", "q", "list"]), parts, parts).map(list),
    max_leaves=6,
)
OWN_TYPES = [kind for kind in QuestionType if not kind.startswith("matrix")]


def some(**optional):
    return st.fixed_dictionaries({}, optional=optional)


COMMON = {
    "required": st.sampled_from(["soft", "hard"]),
    "relevant": TREES,
    "constraint": TREES,
    "constraint_message": KEYS,
    "default": st.text(max_size=5) | NUMBERS | st.booleans() | st.lists(CODES, max_size=3),
    "help": KEYS,
    "concept": CODES,
    "personal_data": st.just(True),
    "scale_role": st.sampled_from(["filter", "item", "outcome"]),
    "tags": st.just(["E02", "L2"]),
}
OWN = {
    "choices": CODES,
    "other": st.just(True),
    "calculation": TREES,
    "low": NUMBERS,
    "high": NUMBERS,
    "step": st.integers(1, 5),
    "low_label": KEYS,
    "max_length": st.integers(1, 500),
    "file_kinds": st.lists(st.sampled_from(["documents", "pictures"]), min_size=1, unique=True),
    "max_files": st.integers(1, 5),
    "max_megabytes": st.integers(1, 25),
}


def with_more(base, **optional):
    return st.builds(lambda first, more: {**first, **more}, st.fixed_dictionaries(base), some(**optional))


ROWS = with_more({"code": CODES, "text": KEYS}, **COMMON)
ITEMS = st.one_of(
    with_more(
        {"kind": st.just("question"), "code": CODES, "type": st.sampled_from(OWN_TYPES).map(str), "text": KEYS},
        **COMMON,
        **OWN,
    ),
    with_more({"kind": st.just("text"), "code": CODES, "text": KEYS}, relevant=TREES),
    with_more(
        {
            "kind": st.just("matrix"),
            "code": CODES,
            "type": st.sampled_from(["matrix_single", "matrix_multiple"]),
            "text": KEYS,
            "choices": CODES,
            "rows": st.lists(ROWS, min_size=1, max_size=3),
        },
        relevant=TREES,
        help=KEYS,
    ),
)
PAGES = with_more({"code": CODES, "items": st.lists(ITEMS, max_size=4)}, title=KEYS, relevant=TREES)
SCALES = with_more(
    {"code": CODES, "items": st.lists(CODES, min_size=1, max_size=4, unique=True)},
    title=KEYS,
    low=st.integers(2, 3),
    high=st.integers(6, 9),
    rule=st.just("sum"),
    minimum_share=st.floats(0.1, 0.7),
)
DOCUMENTS = st.builds(
    lambda pages, scales: document(*pages, scales=scales),
    st.lists(PAGES, min_size=1, max_size=3),
    st.lists(SCALES, max_size=2),
)


@given(DOCUMENTS)
@chances(max_examples=40, deadline=None)
def test_a_document_survives_reading_and_writing_without_loss(data):
    definition = read_definition(data)

    assert definition.as_data() == data
    assert read_definition(json.loads(json.dumps(definition.as_data()))) == definition


def test_the_published_schema_is_a_valid_schema():
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(SCHEMA.read_text()))


def test_all_that_differs_from_the_schema_is_told_at_once_with_the_items_code():
    data = document(page("p", question("a", "guess"), question("b", "text", colour="red")))

    with pytest.raises(ProblemsFound) as found:
        read_definition(data)

    assert [(problem.code, problem.field) for problem in found.value.problems] == [
        ("wrong_shape", "a"),
        ("wrong_shape", "b"),
    ]


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_no_database_takes_are_refused(number):
    with pytest.raises(ProblemsFound) as found:
        read_definition(document(page("p", question("a", "number", high=number))))

    assert [problem.code for problem in found.value.problems] == ["strange_number"]


def nested(depth):
    tree = True
    for _ in range(depth):
        tree = ["not", tree]
    return tree


@pytest.mark.parametrize("depth", [40, 400, 900])
def test_a_condition_nested_too_deep_is_refused_with_a_message(depth):
    with pytest.raises(ProblemsFound) as found:
        read_definition(document(page("p", question("a", "text", relevant=nested(depth)))))

    assert [problem.code for problem in found.value.problems] == ["too_deep"]


@pytest.mark.parametrize(
    "data", [None, [], "x", {}, {"format": 2}, document(page("p"), lists=[{**AGREE, "code": "1x"}])]
)
def test_what_is_no_questionnaire_is_refused_with_messages(data):
    with pytest.raises(ProblemsFound):
        read_definition(data)


def test_questions_are_flat_and_rows_know_their_tables_choices():
    rows = [{"code": "m_1", "text": "q.m_1"}, {"code": "m_2", "text": "q.m_2"}]
    matrix = {"kind": "matrix", "code": "m", "type": "matrix_single", "text": "q.m", "choices": "agree", "rows": rows}
    asked = read_definition(document(page("p", question("a", "text"), matrix)))

    assert [one.code for one in asked.questions] == ["a", "m_1", "m_2"]
    assert [choice.code for choice in asked.choices_of(asked.question("m_2"))] == ["1", "2", "na"]
    assert asked.text_keys[:5] == ("meta.title", "page.p", "q.a", "q.m", "q.m_1")
