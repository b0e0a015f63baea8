from __future__ import annotations

from datetime import date

import pytest

from dissemination.rules.months import Held, month_of, read_day, read_month


def test_month_is_whole_weeks_and_holds_events_of_several_days():
    conference = Held(7, first=date(2027, 1, 31), last=date(2027, 2, 2))
    month = month_of(date(2027, 2, 1), [conference, Held(9, first=date(2027, 2, 2), last=date(2027, 2, 2))])
    days = [day for week in month.weeks for day in week]
    assert (days[0].on, days[-1].on, {len(week) for week in month.weeks}) == (date(2027, 2, 1), date(2027, 2, 28), {7})
    assert {day.on.day: day.events for day in days if day.events} == {1: [7], 2: [7, 9]}
    assert (month.before, month.after) == (date(2027, 1, 1), date(2027, 3, 1))


@pytest.mark.parametrize("text", ["", "2027", "2027-13", "2027-01-05", "0001-01", "nonsense"])
def test_month_that_cannot_be_read_is_none(text):
    assert read_month(text) is None
    assert read_month("2028-02") == read_day("2028-02-01")
