from datetime import UTC, datetime, timedelta

import pytest

from impact_study.rules.doors import Door, entering_problem, sending_problem

CLOSES = datetime(2019, 5, 1, 18, tzinfo=UTC)
OPENS = CLOSES - timedelta(days=7)
MINUTE = timedelta(minutes=1)


def code(problem):
    return problem.code if problem else None


@pytest.mark.parametrize(
    ("door", "at", "expected"),
    [
        (Door("running", OPENS, CLOSES), OPENS, None),
        (Door("running"), OPENS, None),
        (Door("running", OPENS, CLOSES), OPENS - MINUTE, "not_open_yet"),
        (Door("draft", OPENS, CLOSES), OPENS, "not_open_yet"),
        (Door("running", OPENS, CLOSES), CLOSES, "closed"),
        (Door("closed", OPENS, CLOSES), OPENS, "closed"),
        (Door("running", OPENS, CLOSES, is_revoked=True), OPENS, "revoked"),
        (Door("running", OPENS, CLOSES, is_full=True), OPENS, "limit_reached"),
    ],
)
def test_a_survey_is_entered_in_its_time(door, at, expected):
    assert code(entering_problem(door, at=at)) == expected


@pytest.mark.parametrize(
    ("opened", "sent", "expected"),
    [
        (-MINUTE, MINUTE, None),
        (-MINUTE, 29 * MINUTE, None),
        (-MINUTE, 30 * MINUTE, "closed"),
        (MINUTE, 2 * MINUTE, "closed"),
        (-60 * MINUTE, -MINUTE, None),
    ],
)
def test_a_page_opened_before_closing_may_be_sent_for_half_an_hour(opened, sent, expected):
    door = Door("running", OPENS, CLOSES)

    assert code(sending_problem(door, at=CLOSES + sent, opened_at=CLOSES + opened)) == expected


def test_a_closed_study_takes_nothing_even_within_half_an_hour():
    door = Door("closed", OPENS, CLOSES)

    assert code(sending_problem(door, at=CLOSES + MINUTE, opened_at=CLOSES - MINUTE)) == "closed"
