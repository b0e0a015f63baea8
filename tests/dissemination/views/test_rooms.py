from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
import vobject

from dissemination.enums import EventState, RegistrationState
from dissemination.models import CalendarLink, Event, Registration, RegistrationForm, Session
from network.enums import Role
from tests.factories import MembershipFactory, PartnerFactory, UserFactory
from tests.factories.dissemination import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
NEW = {
    "title_en": "Invented day", "kind": "workshop", "mode": "hybrid", "starts_at": "2018-03-14T10:00",
    "ends_at": "2018-03-14T16:00", "time_zone": "Europe/Lisbon", "venue": "Hall", "country": "PT", "seats_on_site": "20",
    "offer_hours": "48", "takes_registrations": "on", "is_listed": "on",
}  # fmt: skip
ANA = {"name": "Ana Invented", "email": "ana@example.org", "organisation_name": "Invented School", "country": "ES"}


@pytest.fixture
def partner():
    return PartnerFactory()


@pytest.fixture
def client(client, partner):
    client.force_login(UserFactory(role=Role.MANAGER, partner=partner))
    return client


def room(thing, rest=""):
    return f"/en/projects/{thing.project.code}/events/" + (f"{thing.pk}/" if isinstance(thing, Event) else "") + rest


def test_event_is_made_published_and_public(client, partner):
    made = client.post(room(partner, "new/"), NEW | {"partner": partner.pk})
    event = Event.objects.get()
    assert (made.status_code, event.starts_at.isoformat(), event.title) == (
        302, "2018-03-14T10:00:00+00:00", {"en": "Invented day"}
    )  # fmt: skip
    client.post(room(event, "publish/"))
    assert client.get(f"/es/p/{partner.project.code}/events/{event.pk}/").status_code == 200
    changed = client.post(
        room(event, "edit/"),
        NEW | {"partner": partner.pk, "venue": "Other hall", "seen": Event.objects.get().changed_at.isoformat()},
    )
    assert (changed.status_code, Event.objects.get().venue) == (302, "Other hall")


def test_seats_kept_for_partners_are_typed_and_asked_of_guests(client, partner):
    kept = NEW | {"mode": "on_site", "partner": partner.pk, f"share_{partner.pk}": "21"}
    refused = client.post(room(partner, "new/"), kept)
    client.post(room(partner, "new/"), kept | {f"share_{partner.pk}": "5"})
    event = Event.objects.get()
    client.post(room(event, "publish/"))

    assert refused.status_code == 422
    assert "21 seats are kept for partners, and there are only 20." in refused.content.decode()
    assert list(event.shares.values_list("partner", "seats")) == [(partner.pk, 5)]
    with time_machine.travel(event.starts_at - timedelta(days=9)):
        public = f"/en/p/{partner.project.code}/events/{event.pk}/register/"
        assert f'<option value="{partner.pk}">{partner}</option>' in client.get(public).content.decode()
        answers = [client.post(public, ANA | {"invited_by": who}).status_code for who in ("0", partner.pk)]
    assert (answers, Registration.objects.get().invited_by) == ([422, 302], partner)


def test_form_says_all_that_is_wrong(client, partner):
    answer = client.post(room(partner, "new/"), {**NEW, "partner": partner.pk, "ends_at": "2018-03-13T16:00"})
    assert answer.status_code == 422
    assert "The event ends before it starts." in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_cost_the_same_for_one_and_three_rows(client, partner, rows, django_assert_max_num_queries):
    event = EventFactory(partner=partner)
    RegistrationFactory.create_batch(rows, event=event)
    EventFactory.create_batch(rows - 1, partner=partner)
    for rest in ("", "registrations/"):
        with django_assert_max_num_queries(20):
            assert client.get(room(event if rest else partner, rest)).status_code == 200


def test_postponing_asks_for_a_reason(client, partner):
    event = EventFactory(partner=partner)
    assert client.post(room(event, "postpone/"), {"reason": ""}).status_code == 422
    assert client.post(room(event, "postpone/"), {"reason": "Storm"}).status_code == 302
    assert Event.objects.get().state == EventState.POSTPONED


def test_programme_and_questions_are_written(client, partner):
    event = EventFactory(partner=partner)
    session = {"title_en": "Opening", "title_es": "Apertura", "description_es": "Saludo",
               "starts_at": "2030-03-14T10:00", "ends_at": "2030-03-14T11:00",
               "speakers": "Ana Invented; Teacher; School\nBea Invented"}  # fmt: skip
    client.post(room(event, "programme/new/"), session)
    made = Session.objects.get()
    assert (made.title, [who.name for who in made.speakers.all()]) == (
        {"en": "Opening", "es": "Apertura"}, ["Ana Invented", "Bea Invented"]
    )  # fmt: skip
    address = f"/en/projects/{event.project.code}/sessions/{made.pk}/"
    changed = client.post(address, session | {"title_en": "", "title_es": "Inicio"})
    nameless = client.post(address, session | {"title_en": "", "title_es": ""})
    made.refresh_from_db()
    assert (changed.status_code, nameless.status_code) == (302, 422)
    assert (made.title, made.description) == ({"es": "Inicio"}, {"es": "Saludo"})
    client.post(f"{address}remove/")
    assert not event.speakers.exists()

    asked = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-kind": "choice", "form-0-label_en": "Which?",
             "form-0-options_en": "Wood\nWords", "form-1-kind": "text"}  # fmt: skip
    client.post(room(event, "questions/"), asked)
    assert RegistrationForm.objects.get().questions == [
        {"key": "question_1", "kind": "choice", "label": {"en": "Which?"}, "required": False,
         "options": [{"key": "o0", "label": {"en": "Wood"}}, {"key": "o1", "label": {"en": "Words"}}]}
    ]  # fmt: skip


def test_registration_is_entered_confirmed_and_declined(client, partner):
    event = EventFactory(partner=partner, confirms_by_hand=True)
    client.post(room(event, "registrations/new/"), {"name": "Ana", "organisation_name": "School", "country": "ES"})
    registration = Registration.objects.get()
    page = f"/en/projects/{event.project.code}/registrations/{registration.pk}/"
    assert (registration.source, registration.state) == ("organiser", RegistrationState.PENDING)
    assert client.get(page).status_code == 200
    client.post(page + "confirm/")
    assert Registration.objects.get().state == RegistrationState.CONFIRMED
    assert client.post(page + "decline/", {"reason": "Twice"}).status_code == 302
    assert Registration.objects.get().state == RegistrationState.DECLINED


def test_sheet_of_registrations_is_inert_and_only_for_who_may_know_names(client, partner):
    registration = RegistrationFactory(event__partner=partner, name="=cmd()")
    event = registration.event
    sheet = b"".join(client.get(room(event, "registrations/export/csv/")).streaming_content).decode()
    assert "'=cmd()" in sheet

    reader = UserFactory(role=Role.READER, partner=partner)
    client.force_login(reader)
    assert "cmd" not in b"".join(client.get(room(event, "registrations/export/csv/")).streaming_content).decode()
    assert "cmd" not in client.get(room(event, "registrations/")).content.decode()


def test_private_feed_shows_drafts_until_it_is_revoked_or_its_owner_leaves(client, partner):
    event = EventFactory(partner=partner, state=EventState.DRAFT)
    page = client.post("/en/calendar/", {"name": "Phone"}).content.decode()
    feed = "/en/events/feed/" + page.partition("/events/feed/")[2].partition("<")[0]
    client.logout()
    read = vobject.readOne(client.get(feed).content.decode())
    assert [entry.summary.value for entry in read.vevent_list] == [str(event)]

    link = CalendarLink.objects.get()
    assert link.token_hash not in feed
    link.user.memberships.all().delete()
    assert b"VEVENT" not in client.get(feed).content
    MembershipFactory(user=link.user, project=partner.project)
    client.force_login(link.user)
    client.post(f"/en/calendar/{link.pk}/revoke/")
    assert client.get(feed).status_code == 404
