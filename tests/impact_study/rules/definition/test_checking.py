import pytest

from impact_study.rules.definition import definition_problems
from tests.impact_study.rules.questionnaires import AGREE, COLOURS, definition, page, question

ALL_TEXTS = type("Texts", (dict,), {"get": lambda self, key, default="": f"text of {key}"})()


def found(*pages, **more):
    return [(p.code, p.field) for p in definition_problems(definition(*pages, **more), ALL_TEXTS, "en")]


def when(code, tree, kind="text", **more):
    return question(code, kind, relevant=tree, **more)


A = question("a", "single", choices="agree")
B = question("b", "integer", low=0, high=10)
TWO_CODES = {"code": "twice", "choices": [AGREE["choices"][0], {**AGREE["choices"][1], "code": "1"}]}
LONELY = {"code": "lonely", "choices": [{**COLOURS["choices"][2]}, {**COLOURS["choices"][0], "exclusive": True}]}


def test_a_sound_questionnaire_has_no_problems():
    scale = {"code": "s", "items": ["a", "b"], "reversed": ["a"], "low": 1, "high": 2}

    assert found(page("p", A, B, when("c", ["=", ["q", "a"], "1"])), scales=[scale]) == []


@pytest.mark.parametrize(
    ("items", "problems"),
    [
        ([A, A], [("code_twice", "a")]),
        ([question("a__x", "text")], [("code_form", "a__x")]),
        ([], [("empty_page", "p")]),
        ([question("a", "single")], [("no_list", "a")]),
        ([question("a", "single", choices="nowhere")], [("unknown_list", "a")]),
        ([question("a", "single", choices="agree", other=True)], [("no_other", "a")]),
        ([question("a", "single", choices="agree", personal_data=True)], [("no_way_out", "a")]),
        ([question("a", "integer", low=3, high=1)], [("bounds", "a")]),
        ([question("a", "integer", required="hard")], [("hard_required", "a")]),
        ([question("a", "computed")], [("calculation", "a")]),
        ([question("a", "file")], [("files_tell", "a")]),
        (
            [question("a", "file", max_files=5, max_megabytes=6, scale_role="filter")],
            [("files_together", "a"), ("files_tell", "a"), ("file_role", "a")],
        ),
        ([question("a", "linkage_code", required="hard")], [("code_required", "a")]),
        ([question("a", "integer", default=3.5)], [("default", "a")]),
        ([question("a", "single", choices="agree", default="na")], [("default", "a")]),
        ([when("c", ["=", ["q", "gone"], 1])], [("unknown_reference", "c")]),
        ([when("c", ["=", ["q", "b"], 1]), B], [("forward_reference", "c")]),
        ([when("c", ["is_missing", ["q", "c"]])], [("cycle", "c")]),
        (
            [when("c", ["is_missing", ["q", "d"]]), when("d", ["is_missing", ["q", "c"]])],
            [("cycle", "c"), ("cycle", "d")],
        ),
        ([A, when("c", ["guess", 1])], [("unknown_operator", "c")]),
        ([A, when("c", ["not", True, False])], [("wrong_count", "c")]),
        ([A, when("c", ["q"])], [("wrong_count", "c")]),
        ([A, when("c", [">", ["q", "a"], 3])], [("type_mismatch", "c")]),
        ([B, when("c", ["=", ["q", "b"], "3"])], [("type_mismatch", "c")]),
        ([B, when("c", ["and", ["q", "b"], True])], [("type_mismatch", "c")]),
        ([B, when("c", ["+", ["q", "b"], 3])], [("type_mismatch", "c")]),
        ([A, when("c", ["=", ["q", "a"], "9"])], [("unknown_choice", "c")]),
        ([A, when("c", ["=", ["q", "a"], "na"])], [("unknown_choice", "c")]),
        ([A, when("c", ["in", ["q", "a"], ["list", "1", "8"]])], [("unknown_choice", "c")]),
        ([question("t", "text", constraint=["matches", ["q", "t"], "(?=a)b"])], [("bad_pattern", "t")]),
        ([question("t", "text", constraint=["matches", ["q", "t"], ["q", "t"]])], [("bad_pattern", "t")]),
        ([when("c", [">", ["date_diff", ["today"], "2020-01-01", "weeks"], 1])], [("wrong_unit", "c")]),
        ([A, when("c", ["and", ["=", ["q", "a"], "1"], ["=", ["q", "a"], "2"]])], [("unreachable", "c")]),
        ([B, when("c", [">", ["q", "b"], 10])], [("unreachable", "c")]),
        ([A, when("c", ["=", ["q", "a"], "1"], "integer"), when("d", ["and", ["=", ["q", "a"], "2"], [">", ["q", "c"], 1]])],
         [("unreachable", "d")]),
        ([A, when("c", False)], [("unreachable", "c")]),
    ],
)  # fmt: skip
def test_each_fault_is_found_at_its_item(items, problems):
    assert found(page("p", *items)) == problems


@pytest.mark.parametrize(
    ("tree", "reached"),
    [
        ([">=", ["q", "b"], 10], True),
        (["and", [">", ["q", "b"], 3], ["<", ["q", "b"], 4]], False),
        (["and", [">", ["q", "b"], 3], ["<", ["q", "b"], 5]], True),
        (["=", ["count_selected", ["q", "m"]], 3], True),
        (["=", ["count_selected", ["q", "m"]], 4], False),
        (["and", ["selected", ["q", "m"], "none"], ["selected", ["q", "m"], "red"]], False),
        (["is_missing", ["q", "m"]], True),
    ],
)
def test_reach_is_tried_out_with_the_answers_that_matter(tree, reached):
    items = B, question("m", "multiple", choices="colours"), when("c", tree)

    assert found(page("p", *items)) == ([] if reached else [("unreachable", "c")])


def test_a_hidden_page_hides_what_hangs_on_it():
    second = page("second", B, relevant=["=", ["q", "a"], "1"])
    third = page("third", question("c", "text"), relevant=["and", ["=", ["q", "a"], "2"], [">", ["q", "b"], 1]])

    assert found(page("first", A), second, third) == [("unreachable", "third")]


def test_lists_and_scales_are_checked():
    assert found(page("p", A), lists=[AGREE, TWO_CODES]) == [("code_twice", "twice")]
    assert found(page("p", question("m", "multiple", choices="lonely")), lists=[LONELY]) == [("all_exclusive", "m")]
    scale = {"code": "s", "items": ["a", "t", "x"], "reversed": ["y"], "low": 1, "high": 1}
    assert found(page("p", A, question("t", "text")), scales=[scale]) == [
        ("bounds", "s"), ("reversed_outside", "s"), ("item_values", "s"), ("item_values", "s"), ("unknown_item", "s"),
    ]  # fmt: skip


def test_every_text_must_stand_in_the_base_language():
    asked = definition(page("p", question("t", "text")), lists=[])

    problems = definition_problems(asked, {"meta.title": "T", "page.p": " "}, "fr")

    assert [(problem.code, problem.field) for problem in problems] == [
        ("base_language", ""),
        ("text_missing", "p"),
        ("text_missing", "t"),
    ]
