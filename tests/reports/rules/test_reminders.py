from __future__ import annotations

from datetime import date, timedelta

import pytest

from reports.rules.reminders import is_reminder_due

DUE = date(2018, 9, 30)


def test_reminders_of_a_daily_run_come_14_7_and_1_days_before_and_each_week_after():
    reminded, days = None, []
    for offset in range(-20, 16):
        today = DUE + timedelta(days=offset)
        if is_reminder_due(DUE, today, reminded):
            reminded = today
            days.append(offset)
    assert days == [-14, -7, -1, 7, 14]


@pytest.mark.parametrize(("offset", "due"), [(-15, False), (-12, True), (0, True), (6, True), (9, True)])
def test_missed_reminder_is_made_up_for(offset, due):
    assert is_reminder_due(DUE, DUE + timedelta(days=offset), None) == due
