from datetime import date

import pytest

from dissemination.rules.plan.progress import Progress, Promise, in_month, months_between, progress_of

TODAY = date(2018, 6, 15)


def promise(starts="2018-06-01", ends="2018-06-30", **facts):
    days = {"starts_on": starts and date.fromisoformat(starts), "ends_on": ends and date.fromisoformat(ends)}
    return Promise(**{"key": 1, "partner": 1, **days, **facts})


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (promise(), Progress.NOW),
        (promise(ends="2018-06-14"), Progress.LATE),
        (promise(ends="2018-06-15"), Progress.NOW),
        (promise(starts="2018-06-16"), Progress.AHEAD),
        (promise(starts=None, ends=None), Progress.AHEAD),
        (promise(ends="2018-01-31", starts="2018-01-01", times_done=2), Progress.DONE),
        (promise(ends="2018-06-02", given_up=True), Progress.GIVEN_UP),
        (promise(given_up=True, times_done=1), Progress.DONE),
    ],
)
def test_a_promise_stands_where_its_days_and_deeds_put_it(planned, expected):
    assert progress_of(planned, today=TODAY) == expected


def test_a_promise_touches_every_month_of_its_days():
    long, one_day = promise(starts="2017-12-31", ends="2018-02-01"), promise(ends=None)
    months = months_between(date(2017, 12, 15), date(2018, 6, 1))

    assert [month.isoformat()[:7] for month in months][:3] == ["2017-12", "2018-01", "2018-02"]
    assert [in_month(long, month) for month in months] == [True, True, True, False, False, False, False]
    assert [in_month(one_day, month) for month in months] == [False] * 6 + [True]
