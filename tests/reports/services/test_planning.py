from __future__ import annotations

from datetime import date

import pytest

from core.problems import ProblemsFound
from reports.models import Contribution
from reports.services.planning import move_due_date, record_post

pytestmark = pytest.mark.django_db
DAY = date(2018, 10, 15)


def test_due_date_moves_for_texts_that_are_not_handed_in(report):
    Contribution.objects.filter(partner__number=1).update(state="submitted")
    move_due_date(report=report, due_on=DAY, by=None)
    moved = Contribution.objects.filter(due_on=DAY).values_list("partner__number", flat=True)
    assert sorted(moved, key=str) == [2, 2, None, None]


def test_agency_cannot_answer_before_the_report_was_sent(report):
    with pytest.raises(ProblemsFound, match="cannot answer before"):
        record_post(report=report, sent_on=DAY, receipt="", answered_on=date(2018, 10, 1), answer="Yes.", by=None)
