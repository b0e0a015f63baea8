from __future__ import annotations

import pytest

from core.models import AuditEntry
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Event, Registration
from network.enums import Role
from tests.factories import PartnerFactory
from tests.factories.dissemination import (
    AttendanceFactory,
    CertificateFactory,
    EventFactory,
    RegistrationFactory,
    SessionFactory,
)
from tests.factories.plan import ActivityFactory, PlannedActivityFactory, PlanVersionFactory

pytestmark = pytest.mark.django_db
API = "/api/v1"
GUEST = {"name": "Ana Invented", "email": "ana@example.org", "organisation_name": "Invented School", "country": "ES"}
NOUNS = (
    "plan-objectives", "plan-target-groups", "plan-channels", "planned-activities", "plan-versions", "activities",
    "events", "registrations", "attendances", "certificates",
)  # fmt: skip


def given_for(partner, **more):
    return {
        "partner": partner.pk, "kind": "workshop", "title": {"en": "Invented workshop"}, "venue": "Invented Hall",
        "country": "ES", "time_zone": "Europe/Madrid", "starts_at": "2030-03-14T09:00:00Z",
        "ends_at": "2030-03-14T15:00:00Z", "outside_reason": "Invented reason", "capacity": {"on_site": 1}, **more,
    }  # fmt: skip


def test_event_is_written_changed_once_and_published(partner, client_of):
    manager = client_of(Role.MANAGER)
    given = given_for(partner, title={"en": " Invented \n workshop "})
    made = manager.post(f"{API}/events/", given, format="json")
    assert made.json()["title"] == {"en": "Invented workshop"}
    address = f"{API}/events/{made.json()['id']}/"

    change = {"seen": made.json()["changed_at"], "venue": "Other Hall"}
    answers = [manager.patch(address, change, format="json") for _twice in range(2)]
    published = manager.post(f"{address}publish/")

    assert (made.status_code, [one.status_code for one in answers], published.status_code) == (201, [200, 409], 200)
    told = published.json()
    assert [told[name] for name in ("venue", "state", "country")] == ["Other Hall", "published", "ES"]
    assert told["seats"] == [{"mode": "on_site", "capacity": 1, "taken": 0, "waiting": 0}]


def test_seats_are_kept_for_partners_of_the_same_project(partner, client_of):
    manager = client_of(Role.MANAGER)
    shares = [{"partner": partner.pk, "seats": 1}]
    made = manager.post(f"{API}/events/", given_for(partner, shares=shares), format="json").json()
    address = f"{API}/events/{made['id']}/"
    moved = manager.patch(address, {"seen": made["changed_at"], "venue": "Other Hall"}, format="json").json()
    given = {**GUEST, "event": made["id"], "invited_by": partner.pk}
    Event.objects.update(state=EventState.PUBLISHED)
    guest = manager.post(f"{API}/registrations/", given, format="json").json()
    foreign = [{"partner": PartnerFactory().pk, "seats": 1}]
    refused = manager.patch(address, {"seen": moved["changed_at"], "shares": foreign}, format="json")

    assert (made["shares"], moved["shares"], guest["invited_by"]) == (shares, shares, partner.pk)
    assert refused.status_code == 400


@pytest.mark.parametrize(
    ("role", "expected"),
    [(Role.CONTRIBUTOR, [201, 403]), (Role.READER, [403, 403]), (Role.AUDITOR, [403, 403]),
     (Role.COORDINATOR, [201, 201])],
)  # fmt: skip
def test_event_is_written_by_who_writes_for_its_organiser(partner, client_of, role, expected):
    beside = PartnerFactory(project=partner.project)
    client = client_of(role)
    answers = [client.post(f"{API}/events/", given_for(one), format="json") for one in (partner, beside)]
    assert [answer.status_code for answer in answers] == expected


def test_event_goes_from_state_to_state_with_reasons(partner, client_of):
    event = EventFactory(partner=partner)
    manager, address = client_of(Role.MANAGER), f"{API}/events/{event.pk}/"
    answers = [
        manager.post(f"{address}{step}/", body, format="json")
        for step, body in (
            ("postpone", {}), ("postpone", {"reason": "Snow"}), ("hold", {}), ("cancel", {"reason": "Snow again"}),
        )
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [400, 200, 422, 200]
    assert Event.objects.get().state == EventState.CANCELLED


def test_only_a_closed_event_is_opened_again(partner, client_of):
    address = f"{API}/events/{EventFactory(partner=partner).pk}/reopen/"
    answer = client_of(Role.COORDINATOR).post(address, {"reason": "A list was found"}, format="json")
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, "not_closed")


def test_last_seat_is_given_once_and_then_the_queue(partner, client_of):
    event = EventFactory(partner=partner, seats={"on_site": 1})
    manager = client_of(Role.MANAGER)
    answers = [
        manager.post(f"{API}/registrations/", {**GUEST, "event": event.pk, "email": email}, format="json")
        for email in ("a@example.org", "b@example.org")
    ]
    first, second = (answer.json() for answer in answers)
    assert [first["state"], second["state"], second["place"]] == ["confirmed", "waitlisted", 1]

    cancelled = manager.post(f"{API}/registrations/{first['id']}/cancel/").json()

    assert cancelled["state"] == "cancelled"
    assert Registration.objects.get(pk=second["id"]).state == RegistrationState.OFFERED


def test_all_that_is_wrong_with_a_guest_is_told_at_once(partner, client_of):
    event = EventFactory(partner=partner)
    given = {**GUEST, "event": event.pk, "email": "nobody", "country": "XX", "mode": "virtual"}
    answer = client_of(Role.MANAGER).post(f"{API}/registrations/", given, format="json")
    assert answer.status_code == 422
    assert {problem["field"] for problem in answer.json()["problems"]} == {"email", "country", "mode"}


def test_names_are_for_those_who_may_know_them_and_reading_is_logged(partner, client_of):
    guest = RegistrationFactory(event__partner=partner)
    beside = PartnerFactory(project=partner.project)
    clients = [
        client_of(Role.MANAGER),
        client_of(Role.AUDITOR),
        client_of(Role.READER),
        client_of(Role.MANAGER, at=beside),
    ]

    answers = [client.get(f"{API}/registrations/{guest.pk}/").status_code for client in clients]
    listed = [len(client.get(f"{API}/registrations/").json()["results"]) for client in clients]

    assert (answers, listed) == ([200, 200, 404, 404], [1, 1, 0, 0])
    assert AuditEntry.objects.filter(action="dissemination.registration.opened").count() == 2


@pytest.mark.parametrize("noun", NOUNS)
def test_lists_take_the_same_statements_for_one_row_and_three(partner, client_of, noun, django_assert_max_num_queries):
    client, counts = client_of(Role.COORDINATOR), []
    one_more_of_everything(partner)
    for _time in range(2):
        client.get(f"{API}/{noun}/")
        with django_assert_max_num_queries(13) as asked:
            assert client.get(f"{API}/{noun}/").status_code == 200
        counts.append(len(asked))
        one_more_of_everything(partner)
        one_more_of_everything(partner)
    assert counts[0] == counts[1]


def one_more_of_everything(partner):
    ActivityFactory(partner=partner, planned=PlannedActivityFactory(partner=partner))
    PlanVersionFactory(project=partner.project)
    session = SessionFactory(event=EventFactory(partner=partner))
    seen = AttendanceFactory(registration=RegistrationFactory(event=session.event))
    CertificateFactory(registration=seen.registration)


def test_scan_that_is_sent_twice_is_one_and_another_event_refuses_it(partner, client_of):
    guest = RegistrationFactory(event__partner=partner)
    given = {"registration": guest.pk, "nonce": "n1", "kind": "scan", "scanned_at": guest.event.starts_at.isoformat()}
    clients = [client_of(Role.READER), *[client_of(Role.CONTRIBUTOR)] * 2]

    answers = [client.post(f"{API}/events/{guest.event_id}/attendances/", given, format="json") for client in clients]
    other = clients[1].post(f"{API}/events/{EventFactory(partner=partner).pk}/attendances/", given, format="json")

    assert [answer.status_code for answer in (*answers, other)] == [403, 201, 201, 422]
    assert answers[1].json()["id"] == answers[2].json()["id"]


def test_certificate_is_corrected_by_a_new_one_and_revoked(partner, client_of):
    certificate = CertificateFactory(registration__event__partner=partner)
    manager, address = client_of(Role.MANAGER), f"{API}/certificates"

    new = manager.post(f"{address}/{certificate.pk}/correct/", {"holder_name": "Ana Invented"}, format="json").json()
    revoked = manager.post(f"{address}/{new['id']}/revoke/", {"reason": "Was not there"}, format="json").json()
    refused = client_of(Role.CONTRIBUTOR).post(f"{address}/{new['id']}/revoke/", {"reason": "No"}, format="json")

    assert [new["valid"], new["supersedes"], revoked["valid"], refused.status_code] == [
        True, certificate.pk, False, 403,
    ]  # fmt: skip


def test_nobody_gets_a_certificate_before_the_record_is_verified(partner, client_of):
    seen = AttendanceFactory(registration__event__partner=partner)
    answer = client_of(Role.MANAGER).post(f"{API}/events/{seen.event_id}/certificates/")
    assert (answer.status_code, answer.json()) == (201, [])
