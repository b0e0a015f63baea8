from __future__ import annotations

from datetime import date

import pytest

from network.enums import QuotaStatus
from network.rules.pace import Course, Outlook, expected_heads, outlook, quota_status

START, END = date(2018, 1, 1), date(2019, 12, 31)
HALF = Course(START, END, date(2018, 12, 31))


@pytest.mark.parametrize(
    ("target", "reached", "as_of", "status"),
    [
        (100, 100, date(2018, 12, 31), QuotaStatus.REACHED),
        (100, 130, date(2018, 12, 31), QuotaStatus.REACHED),
        (100, 45, date(2018, 12, 31), QuotaStatus.ON_TRACK),
        (100, 44, date(2018, 12, 31), QuotaStatus.BEHIND),
        (100, 35, date(2018, 12, 31), QuotaStatus.BEHIND),
        (100, 34, date(2018, 12, 31), QuotaStatus.AT_RISK),
        (100, 0, date(2017, 12, 31), QuotaStatus.NOT_STARTED),
        (0, 3, date(2018, 12, 31), QuotaStatus.NO_TARGET),
        (None, 3, date(2018, 12, 31), QuotaStatus.NO_TARGET),
    ],
)
def test_quota_status_follows_the_thresholds(target, reached, as_of, status):
    assert quota_status(target=target, reached=reached, course=Course(START, END, as_of)) == status


def test_quota_status_says_when_dates_are_not_known():
    assert quota_status(target=30, reached=3, course=Course(None, None, date(2018, 1, 1))) == QuotaStatus.NO_DATES


def test_expected_heads_are_linear_and_stop_at_the_end():
    after = Course(START, END, date(2026, 1, 1))
    assert (expected_heads(100, HALF), expected_heads(100, after)) == (50.0, 100.0)


def test_outlook_is_a_range_around_the_last_three_months():
    assert outlook(target=100, reached=40, last_months=[9, 4, 4, 4], course=HALF) == Outlook(70, 106, 5.0)


def test_outlook_ends_with_the_project():
    assert outlook(target=100, reached=40, last_months=[4], course=Course(START, END, END)) is None
