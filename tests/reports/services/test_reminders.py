from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.models import Mail
from network.enums import Role
from reports.models import Contribution
from reports.services.reminders import remind_writers
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
DUE = date(2018, 9, 30)


@pytest.fixture
def people(report):
    Contribution.objects.update(due_on=DUE)
    first, second = report.project.partners.order_by("number")
    return {
        "coordinator": UserFactory(role=Role.COORDINATOR, project=report.project, email="coordinator@example.org"),
        "manager": UserFactory(role=Role.MANAGER, partner=first, email="manager@example.org", language="es"),
        "contributor": UserFactory(role=Role.CONTRIBUTOR, partner=first, email="contributor@example.org"),
        "writer": UserFactory(role=Role.CONTRIBUTOR, partner=second, email="writer@example.org"),
    }


def readers():
    return sorted(Mail.objects.values_list("to", flat=True))


def test_writers_are_reminded_once_a_day_about_their_own_texts(people):
    remind_writers(today=DUE - timedelta(days=7))
    remind_writers(today=DUE - timedelta(days=7))
    assert readers() == ["coordinator@example.org", "manager@example.org", "writer@example.org"]
    text = Mail.objects.get(to="writer@example.org").text
    assert ("Activities of the partners" in text, "Summary" in text) == (True, False)


def test_coordinator_hears_of_late_texts(people):
    remind_writers(today=DUE + timedelta(days=7))
    assert "Activities of the partners" in Mail.objects.get(to="coordinator@example.org").text


def test_mail_speaks_the_readers_language_and_comes_with_html(people):
    remind_writers(today=DUE - timedelta(days=1))
    mail = Mail.objects.get(to="manager@example.org")
    assert "Actividades de los socios" in mail.text
    assert "<html" in mail.html


def test_reminders_stop_when_the_text_is_handed_in(people):
    Contribution.objects.filter(partner__isnull=False).update(state="submitted")
    remind_writers(today=DUE - timedelta(days=1))
    assert readers() == ["coordinator@example.org"]


def test_nobody_is_reminded_on_other_days(people):
    assert remind_writers(today=DUE - timedelta(days=15)) == 0
