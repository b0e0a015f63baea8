from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from dissemination.enums import EventState
from dissemination.rules.events import clock_problems, session_problems, window_problems
from dissemination.rules.guests import read_guest
from dissemination.rules.questions import definition_problems, read_answers, worded
from dissemination.rules.states import step_problems, steps_from
from dissemination.rules.tickets import hash_of, known_token, ticket_token
from dissemination.rules.time_zones import changes
from dissemination.rules.wording import when

YES_NO = {"key": "lunch", "kind": "yes_no", "label": {"en": "Lunch?"}, "required": False}
CHOICE = {
    "key": "topic", "kind": "choices", "label": {"en": "Topics"}, "required": True,
    "options": [{"key": "a", "label": {"en": "Wood"}}, {"key": "b", "label": {"en": "Words"}}],
}  # fmt: skip


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize("state", EventState)
def test_every_step_is_allowed_or_told(state):
    allowed = {to for to in EventState if step_problems(state=state, to=to, reason="Because") == []}
    assert allowed == set(steps_from(state))


def test_clock_that_is_put_forward_leaves_out_an_hour():
    assert codes(clock_problems(datetime(2030, 3, 31, 2, 30), "Europe/Madrid", field="starts_at")) == ["no_such_hour"]
    assert clock_problems(datetime(2030, 3, 31, 3, 30), "Europe/Madrid", field="starts_at") == []


def test_when_names_the_clocks_of_the_place():
    zone = ZoneInfo("Europe/Madrid")
    starts, ends = datetime(2030, 3, 14, 10, tzinfo=zone), datetime(2030, 3, 14, 16, tzinfo=zone)
    assert "Central European Standard Time" in when(starts, ends)


def test_changes_of_clocks_begin_with_what_clocks_showed_before():
    found = list(
        changes(ZoneInfo("Europe/Madrid"), datetime(2030, 1, 1, tzinfo=UTC), datetime(2030, 12, 31, tzinfo=UTC))
    )
    assert [(change.at, change.before, change.after) for change in found[1:]] == [
        (datetime(2030, 3, 31, 2), timedelta(hours=1), timedelta(hours=2)),
        (datetime(2030, 10, 27, 3), timedelta(hours=2), timedelta(hours=1)),
    ]


def test_window_and_session_say_what_does_not_fit():
    start = datetime(2030, 3, 14, 9, tzinfo=UTC)
    later, hour = start + timedelta(days=1), timedelta(hours=1)
    assert codes(window_problems(opens_at=later, closes_at=start, ends_at=start)) == ["closes_first", "opens_late"]
    span = {"event_starts_at": start, "event_ends_at": later}
    assert codes(session_problems(starts_at=start, ends_at=start - hour, **span)) == ["ends_first"]
    assert codes(session_problems(starts_at=start, ends_at=later + hour, **span)) == ["outside_event"]


@pytest.mark.parametrize("name", ["", "-", "N/A", "xxx", "Ana " * 100])
def test_guest_without_a_usable_name_is_refused(name):
    posted = {"name": name, "email": "ana@example.org", "organisation_name": "School", "country": "ES"}
    _guest, problems = read_guest(posted, language="en", modes=["on_site"], countries=["ES"], categories=[])
    assert [problem.field for problem in problems] == ["name"]


@pytest.mark.parametrize("name", ["=cmd()", "Ana <b>", "Zoë Łukasz", "محمد", "Ana 🙂"])
def test_guest_keeps_a_strange_name_as_typed(name):
    posted = {"name": name, "email": "ana@example.org", "organisation_name": "School", "country": "ES"}
    guest, problems = read_guest(posted, language="en", modes=["on_site"], countries=["ES"], categories=[])
    assert (guest.name, problems) == (name, [])


def test_questions_are_checked_all_at_once():
    wrong = [{"key": "", "kind": "song", "label": {}}, {**CHOICE, "options": []}, CHOICE]
    assert [(problem.code, problem.row) for problem in definition_problems(wrong)] == [
        ("key", 1), ("kind", 1), ("label", 1), ("options", 2), ("key", 3)
    ]  # fmt: skip
    assert definition_problems([YES_NO, CHOICE]) == []


def test_answers_are_read_and_worded():
    posted = {"q_topic": ["b", "a"], "q_lunch": ["yes"]}
    answers, problems = read_answers([YES_NO, CHOICE], lambda field: posted.get(field, []))
    assert (answers, problems) == ({"lunch": True, "topic": ["b", "a"]}, [])
    assert [worded(YES_NO, True), worded(CHOICE, ["b", "a"])] == ["Yes", "Words, Wood"]


def test_answers_that_are_missing_or_made_up_are_told():
    for posted, code in ({}, "unanswered"), ({"q_topic": ["c"]}, "no_such_answer"):
        _answers, problems = read_answers([CHOICE], lambda field, given=posted: given.get(field, []))
        assert [(problem.code, problem.field) for problem in problems] == [(code, "q_topic")]


def test_ticket_outlives_a_change_of_the_key(settings):
    uid = "12345678123456781234567812345678"
    kept, old = hash_of(ticket_token(UUID(uid))), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another" * 10, [old]
    assert hash_of(known_token(UUID(uid), kept)) == kept
    settings.SECRET_KEY_FALLBACKS = []
    assert known_token(UUID(uid), kept) == ""
