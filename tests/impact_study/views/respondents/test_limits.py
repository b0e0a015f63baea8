"""What one address may do with surveys in a while: wide for a school, narrow for who guesses codes."""

import pytest
import time_machine

from core.limits import CODES
from impact_study.models import Draft, Response
from impact_study.rules.codes import new_code
from impact_study.views.respondents.waiting import RESPONSES
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db
WORDS = "Too many at once from your connection. Try again in 10 minutes; nothing you typed is lost."


@pytest.fixture(autouse=True)
def at_the_beginning():
    with time_machine.travel("2026-05-04 10:00:01+00:00", tick=False):
        yield


def spent(limit, client):
    request = client.get("/en/").wsgi_request
    for _ in range(limit.often):
        limit.spend(request)


def told(page):
    return page.status_code, page.headers.get("Retry-After"), WORDS in page.content.decode()


def test_answers_that_have_to_wait_stand_on_the_same_page(client):
    respondent = Respondent(client, survey())
    spent(RESPONSES, client)

    page = respondent.walk()

    assert told(page) == (429, "599", True)
    assert ('value="yes" checked' in respondent.html, Response.objects.count()) == (True, 0)
    with time_machine.travel("2026-05-04 10:10:01+00:00", tick=False):
        assert (respondent.send(mentor_1="yes", mentor_2="no").status_code, Response.objects.count()) == (200, 1)


def test_answers_to_be_kept_have_to_wait_too(client):
    respondent = Respondent(client, survey())
    respondent.begin()
    respondent.send(agrees="yes")
    spent(RESPONSES, client)

    assert told(respondent.send(_go="save", role="trainee")) == (429, "599", True)
    assert not Draft.objects.exists()


def test_a_code_is_not_even_looked_at_after_twenty_wrong_ones(client):
    channel = survey(wave__study__linkage="code")
    right = new_code(channel.wave.study.secret)
    respondent = Respondent(client, channel)

    assert {respondent.begin(code="AAAA-AAAA-AAAA").status_code for _ in range(CODES.often)} == {422}
    assert told(respondent.begin(code=right)) == (429, "599", True)
    assert right in respondent.html


def test_right_codes_are_never_counted(client):
    channel = survey(wave__study__linkage="code")
    codes = [new_code(channel.wave.study.secret) for _ in range(CODES.often + 5)]

    assert {Respondent(client, channel).begin(code=code).status_code for code in codes} == {200}


@pytest.mark.parametrize(("below", "field"), [("resume", "resume"), ("withdraw", "code")])
def test_who_guesses_codes_waits(client, below, field):
    address = f"/en/s/{survey().slug}/{below}/"

    answers = [client.post(address, {field: f"AAAA-AAAA-{number}"}) for number in range(CODES.often + 1)]

    assert [each.status_code for each in answers] == [422] * CODES.often + [429]
    assert (answers[-1]["Retry-After"], b"Try again in 10 minutes" in answers[-1].content) == ("599", True)
