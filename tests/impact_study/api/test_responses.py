import pytest
from rest_framework.test import APIClient

from impact_study.models import Response
from impact_study.rules.codes import new_code
from impact_study.services.channels import new_key
from tests.factories import UserFactory
from tests.impact_study.file_surveys import file_survey
from tests.impact_study.surveys import survey

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/survey-responses/"
ANSWERS = {"agrees": True, "role": ["trainee"], "age": 17, "mentor_1": "yes", "mentor_2": "no"}


@pytest.fixture
def channel():
    return survey(kind="program")


def sent(channel, key=None, idempotency="one", **body):
    program = APIClient()
    key = new_key(channel=channel, by=None) if key is None else key
    whole = {"version": channel.wave.version_id, "language": "en", "answers": ANSWERS, **body}
    return program.post(
        ADDRESS, whole, format="json", headers={"Authorization": f"Channel-Key {key}", "Idempotency-Key": idempotency}
    )


def codes(answer):
    return [problem["code"] for problem in answer.json()["problems"]]


def test_a_program_sends_a_response_once_however_often_it_is_sent(channel):
    key = new_key(channel=channel, by=None)

    first, again = sent(channel, key), sent(channel, key)
    other = sent(channel, key, idempotency="two")

    assert [answer.status_code for answer in (first, again, other)] == [201, 201, 201]
    assert first.json() == again.json()
    assert again["Idempotent-Replay"] == "true"
    assert Response.objects.count() == 2
    assert Response.objects.first().channel_kind == "program"


@pytest.mark.parametrize("body", [{"answers": {**ANSWERS, "age": 18, "vote": "yes"}}, {"language": "es"}])
def test_a_key_that_another_response_came_under_is_refused_and_changes_nothing(channel, body):
    key = new_key(channel=channel, by=None)
    sent(channel, key)

    other = sent(channel, key, **body)

    assert (other.status_code, codes(other)) == (422, ["key_reused"])
    assert [(row.language, row.answers) for row in Response.objects.all()] == [("en", ANSWERS)]


def test_a_key_belongs_to_one_card_and_a_card_to_one_key():
    channel = survey(kind="program", wave__study__linkage="code")
    key, secret = new_key(channel=channel, by=None), channel.wave.study.secret
    card, other = new_code(secret), new_code(secret)
    sent(channel, key, code=card)

    again, elsewhere = sent(channel, key, code=card), sent(channel, key, code=other)
    twice = sent(channel, key, idempotency="two", code=card)

    assert again.status_code == 201
    assert [codes(elsewhere), codes(twice)] == [["key_reused"], ["code_used"]]
    assert Response.objects.count() == 1


def test_a_key_that_is_too_long_is_refused_and_not_cut(channel):
    assert codes(sent(channel, idempotency="k" * 101)) == ["key_too_long"]


def test_everything_that_is_wrong_is_told_at_once_and_nothing_stored(channel):
    answer = sent(channel, answers={**ANSWERS, "age": 7, "role": ["king"], "colour": "red", "school": "x"})

    assert answer.status_code == 422
    assert sorted(codes(answer)) == ["hidden_dropped", "out_of_range", "unknown_choice", "unknown_question"]
    assert not Response.objects.exists()


@pytest.mark.parametrize(("body", "code"), [({"version": 0}, "old_version"), ({"language": "fi"}, "unknown_language")])
def test_an_old_version_and_an_unknown_language_are_refused(channel, body, code):
    assert codes(sent(channel, **body)) == [code]


def test_a_closed_wave_takes_nothing(channel):
    channel.wave.study.state = "closed"
    channel.wave.study.save()

    assert codes(sent(channel)) == ["closed"]


@pytest.mark.parametrize("key", ["", "nonsense"])
def test_without_the_right_key_nothing_is_taken(channel, key):
    assert sent(channel, key).status_code == 401


def test_a_member_reads_the_questionnaire_and_the_counters(channel):
    sent(channel)
    member = APIClient()
    member.force_authenticate(UserFactory(role="reader", project=channel.project))
    wave = f"/api/v1/survey-waves/{channel.wave_id}/"

    definition, counts = member.get(f"{wave}definition/").json(), member.get(f"{wave}counts/").json()

    assert definition["definition"] == channel.wave.version.definition
    assert definition["texts"]["es"]["title"] == "Trabajo y aprendizaje"
    assert counts == [{"partner": channel.partner_id, "step": "complete", "number": 1}]


def test_files_are_not_taken_from_programs():
    entry = {"id": "5f0c2d1e-1111-4222-8333-444455556666", "name": "plan.pdf", "size": 9, "sha256": "0a" * 32}

    answer = sent(file_survey({"kind": "program"}), answers={"place": "Lugo", "plan": [entry]})

    assert (answer.status_code, codes(answer), Response.objects.count()) == (422, ["no_files"], 0)
