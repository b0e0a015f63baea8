import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outbox

from core.models import Mail
from impact_study.models import Draft, Response, SurveyInvitation, Wave
from impact_study.rules.inviting import Address
from impact_study.services import invitation_mails
from impact_study.services.invitation_mails import mail_key, send_due
from impact_study.services.invitations import forget_addresses, invitations_of, invite_respondents
from impact_study.services.wave_pages import invitation_figures
from network.models import PersonEmail
from tests.factories import PersonFactory, UserFactory
from tests.factories.impact_study import ChannelFactory
from tests.impact_study.surveys import Respondent, survey

pytestmark = pytest.mark.django_db
NOON = datetime(2019, 3, 5, 11, tzinfo=UTC)
ANA = Address("ana@example.org", "es", "ES")
ION = Address("ion@example.org", "en", "RO")


@pytest.fixture
def channel():
    return survey(kind="personal_link")


def invited(channel, *addresses):
    return invite_respondents(channel=channel, by=UserFactory(is_staff=True), addresses=addresses)


def link_in(text):
    return re.search(r"http://\S+/s/\S+/i/\S+/(?=\s)", text + " ")[0]


def follow(client, channel, message):
    link = link_in(message.body)
    respondent = Respondent(client, channel, link.split("/")[3])
    respondent.page = client.get(link.split("8000")[1])
    return respondent, link.rstrip("/").split("/")[-1]


def sent(django_capture_on_commit_callbacks, at):
    with django_capture_on_commit_callbacks(execute=True):
        return send_due(at=at)


def test_an_address_is_invited_once_and_people_by_their_own(channel):
    person = PersonFactory(partners=[channel.partner], language="es", country="PT")
    PersonEmail.objects.create(person=person, address="Eva@example.org")
    by = UserFactory(is_staff=True)

    numbers = [invite_respondents(channel=channel, by=by, people=[person], addresses=[ANA]) for _twice in range(2)]

    assert numbers == [2, 0]
    rows = SurveyInvitation.objects.values_list("email", "language", "country", "person")
    assert set(rows) == {("ana@example.org", "es", "ES", None), ("eva@example.org", "es", "PT", person.pk)}


def test_whoever_wants_no_mails_is_not_asked_through_another_door(channel):
    PersonEmail.objects.create(
        person=PersonFactory(partners=[channel.partner], do_not_contact=True), address="Ana@example.org"
    )
    invited(channel, ION)
    SurveyInvitation.objects.update(unsubscribed=True)
    other = ChannelFactory(wave=channel.wave, partner=channel.partner, kind="personal_link")

    assert invited(other, ANA, ION, Address("eva@example.org", "en", "ES")) == 1
    assert list(SurveyInvitation.objects.filter(channel=other).values_list("email", flat=True)) == ["eva@example.org"]


def test_those_who_were_written_to_do_not_stand_before_those_who_were_not(
    channel, django_capture_on_commit_callbacks, monkeypatch
):
    monkeypatch.setattr(invitation_mails, "AT_ONCE", 1)
    invited(channel, *(Address(f"{name}@example.org", "en", "ES") for name in ("ana", "eva", "ion")))

    numbers = [sent(django_capture_on_commit_callbacks, NOON + timedelta(minutes=10 * turn)) for turn in range(4)]

    assert numbers == [1, 1, 1, 0]


def test_mails_leave_by_day_in_the_language_of_whom_they_reach(channel, django_capture_on_commit_callbacks):
    invited(channel, ANA, ION)

    at_night = sent(django_capture_on_commit_callbacks, NOON.replace(hour=6, minute=30))
    to = [message.to for message in outbox.outbox]
    by_day = sent(django_capture_on_commit_callbacks, NOON)

    assert (at_night, to, by_day) == (1, [["ion@example.org"]], 1)
    spanish = outbox.outbox[-1]
    assert "/es/s/" in spanish.body
    assert spanish.alternatives[0].mimetype == "text/html"
    assert "/stop/" in spanish.body


def test_whoever_has_answered_or_wants_no_more_gets_no_reminder_and_nobody_a_third(
    client, channel, django_capture_on_commit_callbacks
):
    addresses = [Address(f"{name}@example.org", "en", "ES") for name in ("ana", "eva", "ion", "ivo")]
    invited(channel, *addresses)
    sent(django_capture_on_commit_callbacks, NOON)
    by_name = {message.to[0].split("@")[0]: message for message in outbox.outbox}
    respondent, token = follow(client, channel, by_name["ana"])
    respondent.walk(typed={"token": token})
    eva, token = follow(client, channel, by_name["eva"])
    client.post(f"/en{eva.path}i/{token}/stop/")
    Mail.objects.filter(key=mail_key(SurveyInvitation.objects.get(email="ivo@example.org").pk, 0)).update(
        sent_at=None, error="SMTPRecipientsRefused"
    )

    reminders = [
        sent(django_capture_on_commit_callbacks, NOON + timedelta(days=days)) for days in (6, 7, 8, 14, 21, 28)
    ]

    assert reminders == [0, 1, 0, 1, 0, 0]
    states = SurveyInvitation.objects.order_by("email").values_list("is_done", "unsubscribed", "bounced", "reminders")
    assert list(states) == [(True, False, False, 0), (False, True, False, 0), (False, False, False, 2),
                            (False, False, True, 0)]  # fmt: skip


def test_a_personal_link_is_good_for_one_answer_and_leads_to_none(client, channel, django_capture_on_commit_callbacks):
    invited(channel, ANA)
    sent(django_capture_on_commit_callbacks, NOON)
    respondent, token = follow(client, channel, outbox.outbox[0])

    respondent.walk(typed={"token": token})
    again = client.get(f"/es{respondent.path}i/{token}/")

    assert again.status_code == 410
    row, invitation = Response.objects.values().get(), SurveyInvitation.objects.values().get()
    known = {str(value) for value in invitation.values() if isinstance(value, str) and len(value) > 8}
    assert not known & {str(value) for value in row.values()}
    assert row["participant_id"] is None
    assert {name for name, value in invitation.items() if value == row["day"]} == set()


def test_somebody_who_stopped_goes_on_by_the_same_link(client, channel, django_capture_on_commit_callbacks):
    invited(channel, ION)
    sent(django_capture_on_commit_callbacks, NOON)
    respondent, token = follow(client, channel, outbox.outbox[0])
    respondent.begin(token=token)
    respondent.send(agrees="yes")

    back = client.get(f"/en{respondent.path}i/{token}/").content.decode()
    respondent.begin(token=token)

    assert "Your answers so far are kept" in back
    assert "About you" in respondent.html
    assert not Draft.objects.filter(token_hash=SurveyInvitation.objects.get().token_hash).exists()


def test_a_link_nobody_got_opens_nothing(client, channel):
    page = client.get(f"/en/s/{channel.slug}/i/nonsense/")

    assert page.status_code == 410
    assert "Use the link in the mail you received." in page.content.decode()


def test_whom_a_wave_asked_is_forgotten_ninety_days_after_it_and_the_figures_stay(channel):
    person = PersonFactory(partners=[channel.partner])
    PersonEmail.objects.create(person=person, address="eva@example.org")
    by = UserFactory(is_staff=True)
    invite_respondents(channel=channel, by=by, people=[person], addresses=[ANA])
    Wave.objects.filter(pk=channel.wave_id).update(opens_at=NOON - timedelta(days=200), closes_at=NOON)

    numbers = [forget_addresses(now=NOON + timedelta(days=days)) for days in (89, 91, 92)]

    assert numbers == [0, 2, 0]
    assert invitation_figures(channel)["asked"] == 2
    assert (invitations_of(channel, by), set(SurveyInvitation.objects.values_list("person", "country"))) == (
        [], {(None, "")}
    )  # fmt: skip
    assert not SurveyInvitation.objects.filter(email__contains="example.org").exists()
