from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from impact_study.models import Draft, Response
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db
CLEARED = "These answers have been sent, and this device keeps nothing of them."


@pytest.fixture
def respondent(client):
    return Respondent(client, survey(kind="kiosk"))


def test_pages_of_a_shared_device_are_kept_by_no_browser_and_clear_themselves_without_script(respondent):
    start, page = respondent.open(), respondent.begin()

    assert [answer["Cache-Control"] for answer in (start, page)] == ["no-store", "no-store"]
    refresh = f'<noscript><meta http-equiv="refresh" content="900;url=/en{respondent.path}"></noscript>'
    assert refresh in respondent.html
    assert 'data-kiosk="900"' in respondent.html
    assert ("data-keep=" in respondent.html, 'value="save"' in respondent.html) == (False, False)


def test_nothing_can_be_kept_for_later_on_a_shared_device(respondent):
    respondent.begin()
    respondent.send(_go="save", agrees="yes")

    assert not Draft.objects.exists()
    assert "own-code" not in respondent.html


def test_whoever_goes_back_after_the_end_sees_neither_answers_nor_the_code(respondent):
    respondent.begin()
    first = respondent.state
    respondent.send(agrees="yes")
    respondent.send(role="trainee", age="17")
    last = respondent.state
    respondent.send(mentor_1="yes")
    code = respondent.code

    pages = [respondent.send(_state=state, mentor_1="yes") for state in (first, last)]

    assert [page.status_code for page in pages] == [410, 410]
    assert all(CLEARED in page.content.decode() and code not in page.content.decode() for page in pages)
    assert Response.objects.count() == 1


def test_answers_that_were_left_half_way_cannot_be_sent_half_an_hour_later(respondent):
    respondent.begin()
    respondent.send(agrees="yes")
    state = respondent.state
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        page = respondent.send(_state=state, role="trainee", age="17")

    assert page.status_code == 400
    assert "trainee" not in respondent.html
