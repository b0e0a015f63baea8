from __future__ import annotations

import json

import pytest
import time_machine

from core import audit
from core.models import AuditEntry
from dissemination.models import Registration
from dissemination.rules.tickets import ticket_token
from network.enums import Role
from tests.factories import MembershipFactory, PartnerFactory, UserFactory
from tests.factories.dissemination import AttendanceFactory, EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    with time_machine.travel("2030-03-14T09:30:00Z", tick=False):
        yield EventFactory()


@pytest.fixture
def helper(event):
    return UserFactory(role=Role.CONTRIBUTOR, partner=event.partner)


@pytest.fixture
def door(event, client, helper):
    client.force_login(helper)
    return f"/en/projects/{event.project.code}/events/{event.pk}/check-in/"


def seen(event):
    return {row.registration.name: (row.kind, row.outcome) for row in event.attendances.all()}


def test_guest_is_found_and_ticked_without_script(client, door, event):
    ana, _bea = RegistrationFactory(event=event, name="Ana"), RegistrationFactory(event=event, name="Bea")
    shown = client.get(door, {"q": "ana"}).content.decode()
    assert ("Ana" in shown, "Bea" in shown) == (True, False)
    for _twice in range(2):
        client.post(door, {"guest": ana.token_hash, "nonce": "page"})
    assert seen(event) == {"Ana": ("by_name", "counted")}


def test_typed_code_is_a_scan_and_a_wrong_one_is_told(client, door, event):
    guest = RegistrationFactory(event=event)
    client.post(door, {"code": ticket_token(guest.uid)})
    answer = client.post(door, {"code": "nonsense"}, follow=True)
    assert seen(event) == {guest.name: ("scan", "counted")}
    assert "No ticket of this event." in answer.content.decode()


def test_scans_of_a_device_are_answered_each_and_once(client, door, event):
    guest = RegistrationFactory(event=event)
    gone = RegistrationFactory(event=event, state="cancelled")
    scans = [
        {"nonce": "a", "hash": guest.token_hash, "at": "2030-03-14T09:10:00+00:00"},
        {"nonce": "b", "hash": gone.token_hash, "at": "2030-03-14T09:11:00+00:00"},
        {"nonce": "c", "hash": "0" * 64, "at": "2030-03-14T09:12:00+00:00"},
        {"nonce": "d"},
    ]
    for _twice in range(2):
        sent = json.dumps({"device": "phone", "scans": scans})
        answer = client.post(door + "scans/", sent, content_type="application/json").json()
        assert {one["nonce"]: one["outcome"] for one in answer["results"]} == {
            "a": "counted", "b": "refused", "c": "unknown", "d": "unread"
        }  # fmt: skip
    assert seen(event) == {guest.name: ("scan", "counted"), gone.name: ("scan", "refused")}
    assert client.post(door + "scans/", "[", content_type="application/json").status_code == 400


def test_walk_in_needs_a_name_only(client, door, event):
    assert client.post(door + "walk-in/", {"key": "k"}).status_code == 422
    assert client.post(door + "walk-in/", {"key": "k", "name": "Ana Invented", "country": "ES"}).status_code == 302
    assert (Registration.objects.get().source, seen(event)) == ("walk_in", {"Ana Invented": ("walk_in", "counted")})


def test_counts_are_a_piece_of_the_page(client, door):
    answer = client.get(door + "counts/", headers={"HX-Request": "true"}).content.decode()
    assert ("<h1" in answer, 'id="counts"' in answer) == (False, True)


@pytest.mark.parametrize(
    ("role", "co", "status"), [("contributor", True, 200), ("contributor", False, 403), ("reader", True, 403)]
)
def test_co_organisers_stand_at_the_door_too(client, door, event, role, co, status):
    other = PartnerFactory(project=event.project)
    if co:
        event.co_organisers.add(other)
    client.force_login(MembershipFactory(role=role, partner=other, project=event.project).user)
    assert client.get(door).status_code == status


@pytest.mark.parametrize(
    ("typed", "found"), [("munoz", True), ("MUÑOZ escola", True), ("jose@x.example", True), ("munoz other", False)]
)
def test_search_needs_no_marks_and_reads_address_and_organisation(client, door, event, typed, found):
    RegistrationFactory(event=event, name="José Muñoz", email="jose@x.example", organisation_name="Escola Inventada")
    shown = client.get(door, {"q": typed}, headers={"HX-Request": "true"}).content.decode()
    assert ("José Muñoz" in shown) == found


@pytest.mark.parametrize("guests", [1, 40])
@pytest.mark.parametrize(("path", "partial", "most"), [("", False, 10), ("?q=given", True, 7), ("counts/", True, 7)])
def test_page_at_the_door_costs_the_same_however_many_come(
    client, door, event, django_assert_max_num_queries, guests, path, partial, most
):
    AttendanceFactory.create_batch(guests, registration__event=event, event=event)
    client.get(door)  # the hour's line in the log
    with django_assert_max_num_queries(most):
        assert client.get(door + path, headers={"HX-Request": "true"} if partial else {}).status_code == 200


def test_names_at_the_door_are_written_down_once_an_hour_for_each_reader(client, door, event, helper):
    other = UserFactory(role=Role.MANAGER, partner=event.partner)
    RegistrationFactory(event=event)
    with time_machine.travel("2030-03-14T09:10:00Z", tick=False) as clock:
        for user in (helper, other):
            client.force_login(user)
            for path in ("", "?q=g", "?q=gi", "to-confirm/", "to-confirm/"):
                client.get(door + path)
        clock.shift(3600)
        client.get(door)

    lines = AuditEntry.objects.filter(target_type="dissemination.event", target_id=event.pk).order_by("pk")
    assert list(lines.values_list("action", "actor")) == [
        ("dissemination.door.opened", helper.pk), ("dissemination.odd_scans.opened", helper.pk),
        ("dissemination.door.opened", other.pk), ("dissemination.odd_scans.opened", other.pk),
        ("dissemination.door.opened", other.pk),
    ]  # fmt: skip


def test_an_hour_that_is_known_costs_no_statement(django_assert_num_queries, transactional_db, event, helper):
    audit.record_hourly("dissemination.door.opened", target=event, by=helper)
    with django_assert_num_queries(0):
        audit.record_hourly("dissemination.door.opened", target=event, by=helper)


def test_who_a_device_took_in_without_a_connection_is_one_however_often_sent(client, door, event):
    people = [
        {"nonce": "a", "name": " Ana  Invented ", "organisation": "Inv School", "email": "ana@example.org",
         "at": "2030-03-14T09:10:00+00:00"},
        {"nonce": "b", "name": "Bea Invented", "email": "no address", "at": "2030-03-14T09:11:00+00:00"},
        {"nonce": "c", "name": " ", "at": "2030-03-14T09:12:00+00:00"},
        {"nonce": "d", "name": "Clock", "at": "2030-03-14T09:12:00"},
    ]  # fmt: skip
    for _twice in range(2):
        sent = json.dumps({"device": "phone", "walk_ins": people})
        answer = client.post(door + "walk-ins/", sent, content_type="application/json").json()
        assert {one["nonce"]: one["outcome"] for one in answer["results"]} == {
            "a": "counted", "b": "counted", "c": "unread", "d": "unread"
        }  # fmt: skip
    assert list(Registration.objects.order_by("pk").values_list("name", "organisation_name", "email", "source")) == [
        ("Ana Invented", "Inv School", "ana@example.org", "walk_in"), ("Bea Invented", "", "", "walk_in"),
    ]  # fmt: skip
    assert [str(row.scanned_at) for row in event.attendances.all()] == [
        "2030-03-14 09:10:00+00:00", "2030-03-14 09:11:00+00:00"
    ]  # fmt: skip
    for broken in ("[", "[]", '{"walk_ins": {}}'):
        assert client.post(door + "walk-ins/", broken, content_type="application/json").status_code == 400
