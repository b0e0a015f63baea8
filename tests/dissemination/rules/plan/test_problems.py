from datetime import date

import pytest

from dissemination.enums import Duty
from dissemination.rules.plan.problems import activity_problems, days_problems, reading_problems, unanswered

PROJECT = {"project_starts": date(2017, 9, 1), "project_ends": date(2019, 8, 31)}


@pytest.mark.parametrize(
    ("starts", "ends", "codes"),
    [
        ("2018-01-01", "2018-02-01", []),
        ("2018-02-01", "2018-01-01", [("days_order", False)]),
        ("2017-08-31", "2018-01-01", [("outside_project", True)]),
        ("2019-08-01", "2019-09-01", [("outside_project", True)]),
    ],
)
def test_planned_days_are_in_order_and_should_lie_within_the_project(starts, ends, codes):
    found = days_problems(starts_on=date.fromisoformat(starts), ends_on=date.fromisoformat(ends), **PROJECT)

    assert [(problem.code, problem.warning) for problem in found] == codes


def test_an_activity_still_to_come_is_told_where_it_belongs():
    found = activity_problems(done_on=date(2018, 6, 2), ends_on=date(2018, 6, 1), today=date(2018, 6, 1))

    assert [(problem.code, problem.field) for problem in found] == [("not_yet", "done_on"), ("days_order", "ends_on")]


@pytest.mark.parametrize(
    ("number", "read_on", "confirmed", "codes"),
    [
        (10, "2018-06-01", False, []),
        (10, "2018-06-03", False, ["not_yet"]),
        (10, "2018-04-30", False, ["before_activity"]),
        (2_000_000, "2018-06-01", False, ["remarkable"]),
        (2_000_000, "2018-06-01", True, []),
    ],
)
def test_a_reading_lies_between_the_activity_and_today(number, read_on, confirmed, codes):
    found = reading_problems(
        number=number, read_on=date.fromisoformat(read_on), done_on=date(2018, 5, 1), today=date(2018, 6, 2),
        confirmed=confirmed,
    )  # fmt: skip

    assert [problem.code for problem in found] == codes


def test_a_duty_answered_with_no_or_not_at_all_stays_open():
    answers = {"emblem": "yes", "funding": "no", "disclaimer": "not_applicable", "licence": "yes", "link": "yes"}

    assert unanswered(answers) == [Duty.FUNDING, Duty.ACCESSIBILITY]
