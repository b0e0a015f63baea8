from __future__ import annotations

import gzip
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import time_machine
import vobject
import zxingcpp
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from PIL import Image

from core.bundles import bundles
from core.symbols import qr_png
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Registration, Speaker
from dissemination.services.links import signed, ticket_url
from network.models import Output, Project
from tests.factories.dissemination import EventFactory, RegistrationFactory, SessionFactory, SpeakerFactory

pytestmark = pytest.mark.django_db
KEPT = "public, max-age=0, s-maxage"
FIRST_VISIT = 25 * 1024


def address(event, rest="", language="en"):
    return f"/{language}/p/{event.project.code}/events/{event.pk}/{rest}"


def full_event(**facts):
    event = EventFactory(**facts)
    for _twice in range(2):
        SessionFactory(event=event).speakers.add(SpeakerFactory(event=event))
    return event


@pytest.mark.parametrize("events", [1, 3])
def test_public_pages_cost_at_most_six_statements_and_no_cookie(client, events, django_assert_max_num_queries):
    event = full_event()
    for _more in range(1, events):
        full_event(project=event.project, partner=event.partner)
    client.get(address(event))  # what a connection prepares once
    for path in ("/en/events/", f"/en/p/{event.project.code}/events/", address(event), "/en/events/calendar.ics"):
        with django_assert_max_num_queries(6):
            answer = client.get(path)
        assert (answer.status_code, dict(answer.cookies), answer["Cache-Control"][: len(KEPT)]) == (200, {}, KEPT), path


def test_registration_page_costs_a_constant_number_of_statements(client, django_assert_max_num_queries):
    event = full_event()
    with django_assert_max_num_queries(4):
        assert client.get(address(event, "register/")).status_code == 200


@pytest.mark.parametrize("path", ["", "register/"])
def test_first_visit_stays_within_its_budget(client, path):
    texts = bundles(Path("static"))
    page = client.get(address(full_event(), path)).content
    parts = [page, texts["css/visit.css"].encode(), texts["js/house.js"].encode()]
    assert sum(len(gzip.compress(part)) for part in parts) <= FIRST_VISIT


@pytest.mark.parametrize("state", EventState)
def test_event_that_is_not_public_does_not_exist(client, state):
    event = EventFactory(state=state)
    hidden = EventFactory(state=state, partner__project__is_public=False)
    shown = 404 if state == EventState.DRAFT else 200
    assert [client.get(address(each)).status_code for each in (event, hidden)] == [shown, 404]


def test_event_page_carries_data_for_search_engines(client):
    event = EventFactory(title={"en": "A </script><b>day"}, state=EventState.CANCELLED, mode="hybrid")
    page = client.get(address(event)).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert (data["@type"], data["name"], data["startDate"], data["eventStatus"], data["eventAttendanceMode"]) == (
        "Event", "A </script><b>day", "2030-03-14T10:00:00+01:00", "https://schema.org/EventCancelled",
        "https://schema.org/MixedEventAttendanceMode",
    )  # fmt: skip
    assert [place["@type"] for place in data["location"]] == ["Place", "VirtualLocation"]


def test_missing_translation_falls_back_and_says_so(client):
    event = EventFactory(title={"es": "Jornada inventada"})
    page = client.get(address(event)).content.decode()
    assert '<h1 lang="es">Jornada inventada</h1>' in page
    assert "not yet told in your language. It is in Spanish." in page


def test_month_beside_the_list_leads_to_the_events_of_a_day_on_the_clocks_of_their_place(client):
    """At 23:30 UTC it is the next day in Madrid."""
    starts = datetime(2030, 3, 14, 23, 30, tzinfo=UTC)
    EventFactory(title={"en": "Late"}, starts_at=starts, ends_at=starts + timedelta(hours=1))
    EventFactory(title={"en": "Hidden"}, starts_at=starts, ends_at=starts + timedelta(hours=1), state="draft")
    month = client.get("/en/events/", {"month": "2030-03"}).content.decode()
    assert re.findall(r"day=(2030-03-\d\d)", month) == ["2030-03-15"]
    shown = [client.get("/en/events/", {"day": f"2030-03-{day}"}).content.decode() for day in (14, 15)]
    assert [("Late" in page, "Hidden" in page) for page in shown] == [(False, False), (True, False)]


@pytest.mark.parametrize("title", ["<script>x</script> & 😀", "مؤتمر التدريب المهني", "Ω" * 300])
def test_strange_titles_are_shown_whole_and_escaped(client, title):
    event = full_event(title={"en": title})
    for path in ("/en/events/", address(event)):
        assert escape(title) in client.get(path).content.decode()
    feed = vobject.readOne(client.get(address(event, "event.ics")).content.decode())
    assert feed.vevent.summary.value == title


def test_calendar_files_are_read_back_with_zone_and_sequence(client):
    event = EventFactory(sequence=3, title={"en": "One; two, three"})
    cancelled = EventFactory(project=event.project, partner=event.partner, state=EventState.CANCELLED)
    feed = client.get(f"/en/p/{event.project.code}/events.ics")
    calendar = vobject.readOne(feed.content.decode())
    entries = {entry.uid.value.partition("@")[0]: entry for entry in calendar.vevent_list}

    one = entries[str(event.uid)]
    assert feed["Content-Type"] == "text/calendar; charset=utf-8"
    assert (one.summary.value, one.sequence.value, one.dtstart.value.isoformat()) == (
        "One; two, three", "3", "2030-03-14T10:00:00+01:00"
    )  # fmt: skip
    assert [zone.tzid.value for zone in calendar.vtimezone_list] == ["Europe/Madrid"]
    assert (one.status.value, entries[str(cancelled.uid)].status.value) == ("CONFIRMED", "CANCELLED")
    assert client.get(address(event, "event.ics")).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_prepared_page_gives_each_visitor_tokens_of_their_own_and_follows_the_seats(client, posted):
    event = EventFactory(seats={"on_site": 1})
    pages = [Client().get(address(event, "register/")).content.decode() for _twice in range(2)]
    keys = {re.search(r'name="key" value="(\w{32})"', page)[1] for page in pages}
    tokens = {re.search(r'name="csrfmiddlewaretoken" value="(\w{64})"', page)[1] for page in pages}
    assert (len(keys), len(tokens)) == (2, 2)

    strict = Client(enforce_csrf_checks=True)
    page = strict.get(address(event, "register/")).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w{64})"', page)[1]
    sent = strict.post(address(event, "register/"), posted | {"csrfmiddlewaretoken": token})
    assert sent.status_code == 302
    assert "All seats are taken" in Client().get(address(event, "register/")).content.decode()


FRAMES = {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}


@pytest.mark.parametrize(("seats", "needed"), [(9, 3), (1, 4)])
def test_sending_the_form_costs_one_select_one_update_and_one_insert(client, posted, seats, needed):
    """Somebody who has to wait needs a second UPDATE."""
    event = EventFactory(seats={"on_site": seats})
    costs = []
    for number in range(3):
        with CaptureQueriesContext(connection) as asked:
            client.post(address(event, "register/"), posted | {"key": f"{number}", "email": f"g{number}@example.org"})
        costs.append(sum(query["sql"].split()[0] not in FRAMES for query in asked.captured_queries))
    assert (costs[-1], event.registrations.count()) == (needed, 3)


@pytest.mark.django_db(transaction=True)
@time_machine.travel("2030-03-01T12:00:00Z", tick=True)
def test_kept_event_page_costs_one_statement_and_follows_every_change(django_assert_num_queries):
    event = EventFactory(seats={"on_site": 7})
    session, speaker = SessionFactory(event=event), SpeakerFactory(event=event)
    output = Output.objects.create(project=event.project, kind="film", title={"en": "One"}, address="/one/")

    def rename(row, **words):
        vars(row).update(words)
        row.save()

    changes = {
        "A new day": lambda: rename(event, title={"en": "A new day"}),
        "A new talk": lambda: rename(session, title={"en": "A new talk"}),
        "Ana Invented": lambda: (session.speakers.add(speaker), rename(speaker, name="Ana Invented")),
        "Erased": lambda: Speaker.objects.update(name="Erased"),
        "A new school": lambda: rename(event.partner.organisation, name="A new school"),
        "6 seats left": lambda: event.seats.update(taken=1),
        "waiting list": lambda: event.seats.update(waiting=1),
        "A result": lambda: (event.results.add(output), Output.objects.update(title={"en": "A result"})),
        "This event was cancelled": lambda: rename(event, state=EventState.CANCELLED),
    }
    for words, change in changes.items():
        before = Client().get(address(event)).content.decode()
        change()
        after = [Client().get(address(event)).content.decode() for _twice in range(2)]
        assert (words in before, [words in page for page in after]) == (False, [True, True]), words
    with django_assert_num_queries(1):
        Client().get(address(event))
    rename(event.project, is_public=False)
    assert Client().get(address(event)).status_code == 404


def test_registering_is_one_page_and_says_what_came_of_it(client, posted):
    event = EventFactory(seats={"on_site": 1})
    first = client.post(address(event, "register/"), posted, follow=True)
    twice = client.post(address(event, "register/"), posted, follow=True)
    second = client.post(address(event, "register/"), posted | {"email": "bea@example.org", "key": "k2"}, follow=True)

    pages = [answer.content.decode() for answer in (first, twice, second)]
    assert ["You are registered" in page for page in pages] == [True, True, False]
    assert "You are on the waiting list" in pages[2]
    assert Registration.objects.count() == 2


@pytest.mark.parametrize("seats", [0, 9])
def test_somebody_known_gets_the_page_that_a_stranger_gets(posted, seats):
    event = EventFactory(seats={"on_site": seats})

    def answered(**more):
        page = Client().post(address(event, "register/"), posted | more, follow=True).content.decode()
        return re.sub(r"\?as=[^\"&]+", "", page)

    known, stranger = {"key": "k2"}, {"key": "k3", "name": "Bea Invented", "email": "bea@example.org"}
    assert len({answered(), answered(**known), answered(**known), answered(**stranger), answered(**known)}) == 1
    assert Registration.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@time_machine.travel("2030-03-01T12:00:00Z", tick=True)
def test_kept_outcome_says_to_each_visitor_what_is_theirs(posted, django_assert_num_queries):
    event = EventFactory(seats={"on_site": 0})
    told = []
    for number in (1, 2):
        sent = Client().post(
            address(event, "register/"), posted | {"email": f"a{number}@example.org", "key": f"k{number}"}
        )
        page = Client().get(sent["Location"]).content.decode()
        said = quote(sent["Location"].partition("?as=")[2])
        told.append(("You are on the waiting list" in page, set(re.findall(r"\?as=([^\"&]+)", page)) == {said}))
    assert told == [(True, True), (True, True)]
    with django_assert_num_queries(1):
        Client().get(sent["Location"])
    Project.objects.update(is_public=False)
    assert Client().get(sent["Location"]).status_code == 404


def test_registration_tells_all_that_is_wrong_at_once_and_keeps_what_was_typed(client):
    event = EventFactory(mode="hybrid")
    answer = client.post(address(event, "register/"), {"name": "-", "email": "nowhere", "function": "Teacher"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Teacher"' in page
    assert re.findall(r'<a href="(#id_\w+)">', page) == [
        "#id_organisation_name",
        "#id_name",
        "#id_email",
        "#id_country",
    ]
    assert page.count('aria-invalid="true"') == 4


def test_closed_registration_says_why_and_takes_nothing(client, posted):
    event = EventFactory(registration_closes_at="2020-01-01T00:00Z")
    shown, sent = client.get(address(event, "register/")), client.post(address(event, "register/"), posted)
    assert (shown.status_code, sent.status_code) == (200, 409)
    assert "Registration is closed." in shown.content.decode()
    assert not Registration.objects.exists()


def test_registration_by_a_machine_is_not_kept_and_not_told(client, posted):
    event = EventFactory()
    answer = client.post(address(event, "register/"), posted | {"website": "https://example.org"}, follow=True)
    assert "You are registered" in answer.content.decode()
    assert not Registration.objects.exists()


def test_own_page_has_a_ticket_that_scanners_read_and_no_name_in_it(client, tmp_path):
    registration = RegistrationFactory(name="Ana Invented")
    page = client.get(f"/en/events/mine/{signed(registration)}/").content.decode()
    picture = tmp_path / "ticket.png"
    picture.write_bytes(qr_png(ticket_url(registration)))
    read = zxingcpp.read_barcodes(Image.open(picture))

    assert '<svg class="ticket"' in page or "<svg" in page
    assert [code.text for code in read] == [ticket_url(registration)]
    assert read[0].text.isascii()
    shown = client.get("/" + read[0].text.split("/", 3)[3])
    assert shown.status_code == 200
    assert "Ana" not in shown.content.decode()


def test_own_page_changes_and_cancels(client, posted):
    registration = RegistrationFactory(event__mode="hybrid", event__seats={"on_site": 1, "virtual": 5})
    home = f"/en/events/mine/{signed(registration)}/"
    changed = client.post(home + "edit/", posted | {"name": "Ana New", "mode": "virtual", "access_needs": "A ramp"})
    registration.refresh_from_db()
    assert (changed.status_code, registration.name, registration.mode, registration.access_needs) == (
        302, "Ana New", "virtual", "A ramp"
    )  # fmt: skip
    assert {seats.mode: seats.taken for seats in registration.event.seats.all()} == {"on_site": 0, "virtual": 1}

    client.post(home + "cancel/")
    registration.refresh_from_db()
    assert registration.state == RegistrationState.CANCELLED


def test_made_up_link_leads_nowhere(client):
    registration = RegistrationFactory()
    assert client.get(f"/en/events/mine/{signed(registration)[:-1]}x/").status_code == 404
    assert client.get(f"/en/events/mine/{registration.uid.hex}/").status_code == 404
    assert client.get("/en/t/NONSENSE/").status_code == 404
