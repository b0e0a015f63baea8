from datetime import date

from impact_study.rules.answers import next_page, previous_page, progress
from tests.impact_study.rules.questionnaires import definition, page, question

TODAY = date(2026, 3, 1)
ASKED = definition(
    page("work", question("work", "single", choices="agree")),
    page("hours", question("hours", "integer"), relevant=["=", ["q", "work"], "1"]),
    page("none", question("sum", "computed", calculation=["+", ["q", "hours"], 1])),
    page("pay", question("pay", "integer", relevant=[">", ["q", "hours"], 10])),
    page("end", {"kind": "text", "code": "thanks", "text": "text.thanks"}),
)


def way(values):
    codes, after = [], None
    while found := next_page(ASKED, after, values, TODAY):
        codes.append((found.code, progress(ASKED, found, values, TODAY)))
        after = found.code
    return codes


def test_pages_with_nothing_to_show_are_passed_over_and_count_for_nothing():
    assert way({"work": "2"}) == [("work", 0), ("end", 50)]
    assert way({"work": "1", "hours": 12}) == [("work", 0), ("hours", 25), ("pay", 50), ("end", 75)]


def test_an_answer_that_became_hidden_brings_no_page():
    assert [code for code, _ in way({"work": "2", "hours": 12})] == ["work", "end"]


def test_previous_page_goes_back_over_the_hidden_ones():
    assert previous_page(ASKED, "end", {"work": "2"}, TODAY).code == "work"
    assert previous_page(ASKED, "work", {}, TODAY) is None
    assert previous_page(ASKED, None, {}, TODAY).code == "end"
