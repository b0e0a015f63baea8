import pytest

from impact_study.enums import WaveKind
from impact_study.rules.studies import (
    missed_before,
    promise_problems,
    starting_problems,
    wave_problems,
    words_of_linkage,
)

SOUND = {
    "group": "student", "instrument_group": "student", "is_published": True, "opens_at": None, "closes_at": None,
    "is_twice": False,
}  # fmt: skip


def codes(problems):
    return [problem.code for problem in problems]


def test_starting_problems_tell_all_that_is_missing_at_once():
    found = starting_problems(state="running", waves=0, has_draft_version=True, languages=[])
    assert codes(found) == ["state", "no_wave", "draft_version", "no_language"]


def test_starting_problems_let_a_complete_draft_begin():
    assert starting_problems(state="draft", waves=2, has_draft_version=False, languages=["en"]) == []


@pytest.mark.parametrize(
    ("answered", "changed", "expected"),
    [
        (False, ["anonymity", "linkage"], []),
        (True, [], []),
        (True, ["anonymity"], ["anonymity_fixed"]),
        (True, ["anonymity", "linkage"], ["anonymity_fixed", "linkage_fixed"]),
    ],
)
def test_promise_problems_hold_to_what_the_first_respondent_was_told(answered, changed, expected):
    assert codes(promise_problems(answered=answered, changed=changed)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"instrument_group": "teacher"}, ["other_group"]),
        ({"is_published": False}, ["draft_version"]),
        ({"is_twice": True}, ["twice"]),
        ({"opens_at": 2, "closes_at": 1}, ["order"]),
    ],
)
def test_wave_problems_name_what_is_wrong(change, expected):
    assert codes(wave_problems(**{**SOUND, **change})) == expected


@pytest.mark.parametrize(
    ("kinds", "answered", "not_over", "expected"),
    [
        ({WaveKind.POST}, set(), set(), True),
        ({WaveKind.PRE, WaveKind.POST}, {WaveKind.PRE}, set(), False),
        ({WaveKind.PRE, WaveKind.POST}, set(), {WaveKind.PRE}, False),
        ({WaveKind.PRE, WaveKind.POST}, set(), set(), True),
        ({WaveKind.POST, WaveKind.RETRO_PRE}, set(), set(), False),
        ({WaveKind.PRE}, set(), set(), False),
    ],
)
def test_missed_before_offers_to_look_back_only_where_nobody_was_asked(kinds, answered, not_over, expected):
    assert missed_before(kinds, answered, not_over) == expected


@pytest.mark.parametrize(
    ("design", "linkage", "is_said"),
    [("cross_section", "none", False), ("cross_section", "code", True), ("pre_post", "none", True)],
)
def test_linking_is_not_spoken_of_where_everybody_is_asked_once(design, linkage, is_said):
    assert bool(words_of_linkage(design, linkage)) is is_said
