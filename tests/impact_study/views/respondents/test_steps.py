import logging
import re
import uuid
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from impact_study.models import Draft, Participant, Response, ResponseDelta
from impact_study.rules.codes import new_code, plain_code
from impact_study.services import drafts
from tests.factories import UserFactory
from tests.factories.impact_study import VersionFactory, WaveFactory
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def other_client():
    return Client()


def test_a_survey_is_answered_step_by_step_without_script(client):
    channel = survey()
    respondent = Respondent(client, channel)

    page = respondent.walk()

    assert page.status_code == 200, respondent.html
    response = Response.objects.get()
    assert response.answers == {
        "agrees": True, "role": ["trainee"], "age": 17, "mentor_1": "yes", "mentor_2": "no",
    }  # fmt: skip
    assert response.missing == {"school": "not_shown", "vote": "not_shown"}
    assert respondent.code
    steps = ResponseDelta.objects.values_list("step", "number")
    assert ("complete", 1) in steps


def said(respondent):
    """The codes of the fields that are marked, and the words of the errors."""
    return re.findall(r'<p class="error[^"]*">([^<]+)</p>', respondent.html)


def begun(client, channel, **typed):
    respondent = Respondent(client, channel)
    respondent.begin(**typed)
    respondent.send(agrees="yes")
    return respondent


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"age": "many"}, ["Write a number, for example 12 or 3.5."]),
        ({"age": "7"}, ["The answer must be 14 or more."]),
        ({"age": "17.5"}, ["Write a whole number, without decimals."]),
        ({"role": "king"}, ["“king” is not one of the choices."]),
        ({"role": ["none", "trainee"]}, ["One of the chosen answers cannot go together with others."]),
        ({"role": "apprentice", "school": "x" * 21}, ["The text may have 20 characters; it has 21."]),
    ],
)
def test_each_wrong_answer_is_told_at_its_place_and_the_good_ones_stay(client, fields, words):
    respondent = begun(client, survey())

    page = respondent.send(**{"role": "trainee", "age": "17", **fields})

    assert page.status_code == 422
    assert said(respondent)[0].startswith(words[0])
    assert "<title>Error: " in respondent.html
    field = next(iter(reversed(fields)))
    assert f'<a href="#{field}">' in respondent.html
    if "role" not in fields:
        assert 'value="trainee" checked' in respondent.html
    if "age" not in fields:
        assert (
            'name="age" inputmode="numeric" autocomplete="off" aria-describedby="age-error" value="17"'
            in respondent.html
        )


def test_an_open_question_is_asked_for_once_more_and_then_left(client):
    respondent = begun(client, survey())

    first = respondent.send()
    asked = said(respondent)
    respondent.send()

    assert first.status_code == 200
    assert asked == ["This question has no answer yet. Answer it, or go on without an answer."] * 2
    assert "What do you say?" in respondent.html


def test_a_consent_must_be_answered_and_no_ends_the_survey_without_storing_anything(client):
    respondent = Respondent(client, survey())
    respondent.begin()

    refused = respondent.send()
    ended = respondent.send(agrees="no")

    assert (refused.status_code, ended.status_code) == (422, 200)
    response = Response.objects.get()
    assert (response.state, response.answers, response.missing) == ("screened_out", {}, {})
    assert "What you wrote was not stored" in respondent.html


def test_a_question_that_an_answer_brings_is_shown_before_one_goes_on(client):
    respondent = begun(client, survey())

    hidden = 'data-code="school"' in respondent.html and re.search(r'data-relevant="[^"]*" hidden>', respondent.html)
    respondent.send(role="apprentice", age="17")

    assert hidden
    assert said(respondent) == ["Your answers above brought this question."]
    assert not re.search(r'data-relevant="[^"]*" hidden>', respondent.html)
    respondent.send(role="apprentice", age="17", school="IES Inventado")
    assert "What do you say?" in respondent.html


def test_a_page_on_which_an_answer_of_another_page_depends_is_shown_to_whom_it_concerns(client):
    respondent = begun(client, survey())

    respondent.send(role="trainee", age="18")

    assert "Do you vote?" in respondent.html


def test_preferring_not_to_answer_is_a_reason_of_its_own(client):
    respondent = begun(client, survey())

    respondent.send(role="trainee", age="", age__missing="prefer_not_to_say")
    respondent.send(mentor_1="na", mentor_2="yes")

    assert Response.objects.get().missing == {
        "age": "prefer_not_to_say", "school": "not_shown", "vote": "not_shown", "mentor_1": "not_applicable",
    }  # fmt: skip


def test_going_back_keeps_what_was_answered_on_both_pages(client):
    respondent = begun(client, survey())
    respondent.send(role="trainee", age="17")

    respondent.send(_go="back", mentor_1="yes")
    assert 'value="trainee" checked' in respondent.html
    respondent.send(role="trainee", age="17")

    assert re.search(r'name="mentor_1" value="yes"[^>]* checked', respondent.html)


def test_switching_the_language_keeps_answers_even_wrong_ones_and_speaks_to_the_end(client):
    respondent = begun(client, survey())

    respondent.send("es", _go="language", role="trainee", age="many")

    assert '<html lang="es">' in respondent.html
    assert "¿Cuántos años tiene?" in respondent.html
    assert 'value="many"' in respondent.html
    assert 'value="trainee" checked' in respondent.html
    respondent.send(role="trainee", age="17")
    respondent.send(mentor_1="yes", mentor_2="no")
    assert Response.objects.get().language == "es"
    assert '<html lang="es">' in respondent.html


def test_a_missing_text_is_that_of_the_source_with_its_language(client):
    respondent = begun(client, survey())

    respondent.send("es", _go="language")
    respondent.send(role="trainee", age="20")

    assert '<span lang="en">Do you vote?</span>' in respondent.html


def test_a_language_that_the_questionnaire_does_not_have_leads_to_its_own(client):
    channel = survey()

    page = client.get(f"/fi/s/{channel.slug}/")

    assert page.status_code == 302
    assert page["Location"] == f"/en/s/{channel.slug}/"


def test_answers_are_kept_and_found_again_by_a_code_shown_once(client, other_client):
    channel = survey()
    respondent = begun(client, channel)
    respondent.send(_go="save", role="trainee", age="17")
    code = respondent.code

    later = Respondent(other_client, channel)
    wrong = later.client.post(f"/en/s/{channel.slug}/resume/", {"resume": "AAAA-AAAA-AAAA"})
    later.page = later.client.post(f"/en/s/{channel.slug}/resume/", {"resume": code.lower().replace("-", " ")})

    assert wrong.status_code == 422
    assert 'value="trainee" checked' in later.html
    assert code not in later.html
    later.send(role="trainee", age="17")
    later.send(mentor_1="yes", mentor_2="no")
    assert (Response.objects.count(), Draft.objects.count()) == (1, 0)


def test_a_draft_is_gone_after_twenty_hours(client, time_machine):
    channel = survey()
    respondent = begun(client, channel)
    respondent.send(_go="save", role="trainee")

    time_machine.move_to(timezone.now() + timedelta(hours=20, minutes=1), tick=True)
    page = client.post(f"/en/s/{channel.slug}/resume/", {"resume": respondent.code})

    assert page.status_code == 422
    assert drafts.forget_expired() == 1


def test_what_is_sent_again_is_stored_once_and_tells_the_same(client):
    respondent = begun(client, survey())
    respondent.send(role="trainee", age="17")
    last = respondent.state

    codes = []
    for _again in range(3):
        respondent.page = client.post(
            f"/en{respondent.path}answer/", {"_state": last, "mentor_1": "yes", "mentor_2": "no"}
        )
        codes.append(respondent.code)

    assert len(set(codes)) == 1
    assert Response.objects.count() == 1
    assert ResponseDelta.objects.filter(step="complete").count() == 1


@pytest.mark.parametrize("state", ["", "nonsense", "bm9uc2Vuc2U:abc"])
def test_a_page_that_is_not_ours_is_refused_in_words(client, state):
    channel = survey()

    page = client.post(f"/en/s/{channel.slug}/answer/", {"_state": state})

    assert page.status_code == 400
    assert "This page can no longer be sent" in page.content.decode()


def test_a_page_of_another_survey_is_refused(client):
    one, other = survey(), survey()
    respondent = Respondent(client, one)
    respondent.begin()

    page = client.post(f"/en/s/{other.slug}/answer/", {"_state": respondent.state, "agrees": "yes"})

    assert page.status_code == 400


def test_an_unknown_field_is_left_out(client):
    respondent = begun(client, survey())

    respondent.send(role="trainee", age="17", colour="red", mentor_2="no")
    respondent.send(mentor_1="yes")

    assert "colour" not in Response.objects.get().answers


def test_whoever_began_with_an_old_version_ends_with_it(client):
    channel = survey()
    old = channel.wave.version
    respondent = begun(client, channel)
    channel.wave.version = VersionFactory(instrument=old.instrument)
    channel.wave.save()

    respondent.send(role="trainee", age="17")
    respondent.send(mentor_1="yes", mentor_2="no")

    assert Response.objects.get().version == old
    assert "Was it useful?" in client.get(f"/en/s/{channel.slug}/answer/").content.decode()


def test_a_second_answer_with_the_same_card_has_its_own_words(client, other_client):
    channel = survey(wave__study__linkage="code")
    code = new_code(channel.wave.study.secret)
    Respondent(client, channel).walk(typed={"code": code})

    second = Respondent(other_client, channel)
    second.walk(typed={"code": code.lower()})

    assert second.page.status_code == 400
    assert "This code has already been used in this round." in second.html
    assert Response.objects.count() == 1


def test_a_wrong_code_is_told_at_the_field(client):
    channel = survey(wave__study__linkage="code")
    respondent = Respondent(client, channel)

    page = respondent.begin(code="ACDE-FGHJ-KMNP")

    assert page.status_code == 422
    assert "This is not a code of this study." in respondent.html
    assert 'value="ACDE-FGHJ-KMNP"' in respondent.html


def test_a_code_links_two_waves_and_is_stored_nowhere(client):
    before = survey(wave__study__linkage="code")
    after = survey(wave__study=before.wave.study, wave__kind="post", partner=before.partner)
    code = new_code(before.wave.study.secret)

    for channel in (before, after):
        Respondent(client, channel).walk(typed={"code": code})

    assert Response.objects.count() == 2
    assert Response.objects.values("participant").distinct().count() == 1
    kept = str(list(Response.objects.values())) + str(list(Participant.objects.values()))
    assert code not in kept
    assert plain_code(code) not in kept


def test_a_code_made_by_oneself_needs_all_its_parts(client):
    channel = survey(wave__study__linkage="self_code")
    respondent = Respondent(client, channel)

    page = respondent.begin(mother="Á", older="2")
    missing = re.findall(r'id="(\w+)-error"', respondent.html)
    respondent.walk(typed={"mother": "Á", "older": "2", "born": "L", "school": "s", "father": "o"})

    assert page.status_code == 422
    assert missing == ["born", "school", "father"]
    participant = Response.objects.get().participant
    assert participant.pseudonym.count(".") == 4


def test_an_account_links_answers_without_being_stored(client, other_client):
    channel = survey(wave__study__linkage="account")
    user = UserFactory()

    sign_in = client.get(f"/en/s/{channel.slug}/").content.decode()
    client.force_login(user)
    Respondent(client, channel).walk()
    other_client.force_login(user)
    again = Respondent(other_client, channel)
    again.walk()

    assert "Please sign in first" in sign_in
    assert "already been used" in again.html
    assert Response.objects.get().participant is not None


def test_the_retrospective_form_gives_an_answer_for_now_and_one_for_then(client):
    now = survey(wave__study__design="retrospective", wave__kind="post")
    then = WaveFactory(study=now.wave.study, version=now.wave.version, kind="retro_pre", group=now.wave.group)
    respondent = begun(client, now)
    respondent.send(role="trainee", age="17")
    respondent.send(mentor_1="yes", mentor_2="yes")
    asked = respondent.html

    respondent.send(mentor_1_then="no", mentor_2_then="partly")

    assert "Now think of the time before." in asked
    answers = {row.wave_id: row.answers for row in Response.objects.all()}
    assert answers[then.pk] == {"mentor_1": "no", "mentor_2": "partly"}
    assert {"mentor_1": "yes", "mentor_2": "yes"}.items() <= answers[now.wave_id].items()
    assert Response.objects.values("participant").distinct().count() == 1


def test_nothing_stored_or_logged_with_an_answer_tells_who_or_when(client, caplog):
    channel = survey()
    with caplog.at_level(logging.DEBUG):
        respondent = Respondent(client, channel)
        client.defaults |= {"REMOTE_ADDR": "203.0.113.7", "HTTP_USER_AGENT": "Invented Browser 7"}
        respondent.walk()

    row = Response.objects.values().get()
    told = str(row) + str(list(ResponseDelta.objects.values())) + caplog.text
    assert "203.0.113.7" not in told
    assert "Invented Browser" not in told
    assert channel.slug not in caplog.text
    moments = [name for name, value in row.items() if isinstance(value, datetime)]
    assert moments == []
    assert uuid.UUID(str(row["id"])).version == 4
