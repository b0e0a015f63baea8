import pytest

from core.problems import ProblemsFound
from impact_study.rules import editing
from impact_study.rules.definition import read_definition


@pytest.fixture
def document():
    whole = editing.empty_document(code="small", base_language="en", languages=["en"])
    for code in ("a", "b"):
        item = {"kind": "question", "code": code, "type": "text", "text": f"q.{code}"}
        whole = editing.with_item(whole, item, page="page_1")
    return editing.with_page(whole, {"code": "page_2", "title": "page.page_2"})


def order(document):
    return {page["code"]: [item["code"] for item in page["items"]] for page in document["pages"]}


def test_empty_document_is_a_questionnaire():
    empty = editing.empty_document(code="small", base_language="en", languages=["en", "es"])
    assert read_definition(empty).as_data() == empty


@pytest.mark.parametrize(
    ("code", "down", "expected"),
    [
        ("a", True, {"page_1": ["b", "a"], "page_2": []}),
        ("b", False, {"page_1": ["b", "a"], "page_2": []}),
        ("b", True, {"page_1": ["a"], "page_2": ["b"]}),
        ("a", False, {"page_1": ["a", "b"], "page_2": []}),
    ],
)
def test_item_moves_one_place_and_beyond_the_edge_to_the_next_page(document, code, down, expected):
    assert order(editing.with_item_moved(document, code, down=down)) == expected


def test_changes_leave_the_document_they_came_from_alone(document):
    before = order(document)
    editing.without_item(document, "a")
    editing.with_item(document, {"kind": "text", "code": "a", "text": "q.a"}, page="page_2")
    assert order(document) == before


def test_item_given_another_page_goes_there(document):
    item = editing.part_of(document, "item", "a")
    assert order(editing.with_item(document, item, page="page_2")) == {"page_1": ["b"], "page_2": ["a"]}


def test_page_with_items_is_not_deleted(document):
    with pytest.raises(ProblemsFound, match="still items"):
        editing.without_page(document, "page_1")
    assert order(editing.without_page(document, "page_2")) == {"page_1": ["a", "b"]}


def test_list_in_use_is_not_deleted(document):
    listed = editing.with_named_part(document, "list", {"code": "yes_no", "choices": [{"code": "yes", "text": "yes"}]})
    used = editing.with_item(
        listed, {"kind": "question", "code": "a", "type": "single", "text": "q.a", "choices": "yes_no"}, page="page_1"
    )
    with pytest.raises(ProblemsFound, match="still use"):
        editing.without_named_part(used, "list", "yes_no")
    assert editing.without_named_part(listed, "list", "yes_no")["choice_lists"] == []


def test_digest_tells_when_a_part_or_one_of_its_texts_changed(document):
    item = editing.part_of(document, "item", "a")
    seen = editing.digest(item, {"q.a": "One"})
    assert editing.digest(item, {"q.a": "One", "q.b": "Else"}) == seen
    assert editing.digest(item, {"q.a": "Two"}) != seen
    assert editing.digest({**item, "required": "hard"}, {"q.a": "One"}) != seen


def test_narrowed_takes_what_hangs_on_left_out_questions_along():
    rows = [{"code": code, "text": f"q.{code}"} for code in ("r1", "r2")]
    document = {
        "pages": [
            {"code": "p1", "items": [{"kind": "question", "code": "a", "choices": "l1"}]},
            {"code": "p2", "items": [{"kind": "matrix", "code": "m", "choices": "l2", "rows": rows,
                                      "relevant": ["=", ["q", "a"], "x"]}]},
        ],
        "choice_lists": [{"code": "l1"}, {"code": "l2"}],
        "scales": [{"code": "s", "items": ["r1", "r2"]}],
    }  # fmt: skip
    found = editing.narrowed(document, {"r1"})
    assert order(found) == {"p2": ["m"]}
    assert "relevant" not in found["pages"][0]["items"][0]
    assert (found["choice_lists"], found["scales"]) == ([{"code": "l2"}], [])
