import pytest

from impact_study.rules.statistics.codes import Because
from impact_study.rules.statistics.proportions import closed_item, wilson
from tests.impact_study.rules.statistics.r import ask_r, near, needs_r


@needs_r
@pytest.mark.parametrize(("count", "base"), [(0, 12), (1, 7), (60, 100), (33, 33)])
def test_wilson_is_that_of_r(count, base):
    r = ask_r(f'say("x", suppressWarnings(prop.test({count}, {base}, correct = FALSE))$conf.int)')

    assert [wilson(count, base).low, wilson(count, base).high] == near(*r["x"])


def test_closed_item_gives_percent_of_valid_answers_and_the_top_two():
    found = closed_item({"1": 1, "2": 1, "4": 5, "5": 3}, missing={"dont_know": 4}, top=("4", "5"))

    assert (found.n, found.missing, found.counts) == (10, {"dont_know": 4}, {"1": 1, "2": 1, "4": 5, "5": 3})
    assert [share.share for share in found.choices.values()] == [0.1, 0.1, 0.5, 0.3]
    assert (found.top_two.count, found.top_two.share) == (8, 0.8)


def test_closed_item_with_several_ticks_has_people_as_its_base():
    found = closed_item({"a": 8, "b": 9}, base=10)

    assert [found.n, found.choices["a"].share, found.choices["b"].share] == [10, 0.8, 0.9]


def test_closed_item_is_not_computed_when_all_is_missing():
    found = closed_item({"a": 0}, missing={"not_shown": 3})

    assert (found.because, found.missing) == (Because.ALL_MISSING, {"not_shown": 3})
