import pytest

from impact_study.models import Participant, Response
from impact_study.rules.codes import new_code
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db


def test_answers_are_taken_back_by_the_code_of_the_last_page(client):
    channel = survey()
    respondent = Respondent(client, channel)
    respondent.walk()
    code = respondent.code

    done = client.post(f"/en{respondent.path}withdraw/", {"code": code.lower()})
    again = client.post(f"/en{respondent.path}withdraw/", {"code": code})

    row = Response.objects.get()
    assert (done.status_code, again.status_code) == (200, 422)
    assert (row.state, row.answers, row.missing, row.seconds, row.participant) == ("withdrawn", {}, {}, None, None)


def test_the_card_takes_back_all_its_rounds(client):
    before = survey(wave__study__linkage="code")
    after = survey(wave__study=before.wave.study, wave__kind="post", partner=before.partner)
    code = new_code(before.wave.study.secret)
    for channel in (before, after):
        Respondent(client, channel).walk(typed={"code": code})

    client.post(f"/en/s/{after.slug}/withdraw/", {"code": code})

    assert set(Response.objects.values_list("state", flat=True)) == {"withdrawn"}
    assert Participant.objects.count() == 0


def test_after_the_secret_is_destroyed_nothing_can_be_taken_back(client):
    channel = survey()
    respondent = Respondent(client, channel)
    respondent.walk()
    code = respondent.code
    channel.wave.study.secret = ""
    channel.wave.study.state = "closed"
    channel.wave.study.save()

    page = client.post(f"/en{respondent.path}withdraw/", {"code": code})

    assert "can no longer be taken back" in page.content.decode()
    assert Response.objects.get().state == "complete"
