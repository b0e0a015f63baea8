from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from core.models import Mail
from dissemination.models import Attendance, Registration
from dissemination.rules.check_in import Scan
from dissemination.rules.guests import Guest
from dissemination.services.check_in import (
    confirm_attendances,
    guests_for_device,
    refuse_attendances,
    take_scans,
    walk_in,
)
from dissemination.services.door_counts import Counts, counts
from network.enums import Role
from tests.factories import UserFactory
from tests.factories.dissemination import EventFactory, RegistrationFactory, SessionFactory

pytestmark = pytest.mark.django_db
STARTS = datetime(2030, 3, 14, 9, tzinfo=UTC)


@pytest.fixture
def event():
    with time_machine.travel(STARTS + timedelta(hours=1), tick=False):
        yield EventFactory(seats={"on_site": 1})


@pytest.fixture
def helper(event):
    return UserFactory(role=Role.CONTRIBUTOR, partner=event.partner)


def scan(guest, nonce, minutes=0):
    return Scan(nonce=nonce, token_hash=guest.token_hash, seen_at=STARTS + timedelta(minutes=minutes))


def outcomes(guest):
    return {row.nonce: row.outcome for row in guest.attendances.all()}


def test_earliest_scan_counts_whichever_arrives_first_and_the_same_nonce_is_one(event, helper):
    guest = RegistrationFactory(event=event)
    late, early = scan(guest, "phone-a", 20), scan(guest, "phone-b", 5)

    take_scans(event=event, scans=[late], by=helper, device="a")
    take_scans(event=event, scans=[early, late], by=helper, device="b")
    again = take_scans(event=event, scans=[late], by=helper, device="a")

    assert outcomes(guest) == {"phone-a": "repeated", "phone-b": "counted"}
    assert [each.row.outcome for each in again] == ["repeated"]


def test_sessions_are_counted_apart_from_the_event(event, helper):
    guest, session = RegistrationFactory(event=event), SessionFactory(event=event)
    take_scans(event=event, scans=[scan(guest, "door")], by=helper)
    take_scans(event=event, scans=[scan(guest, "room", 5)], by=helper, session=session)
    assert outcomes(guest) == {"door": "counted", "room": "counted"}


def test_cancelled_one_is_refused_and_logged_and_a_strange_ticket_is_named(event, helper):
    guest = RegistrationFactory(event=event, state="cancelled")
    stranger = RegistrationFactory()
    taken = take_scans(event=event, scans=[scan(guest, "a"), scan(stranger, "b")], by=helper)
    assert outcomes(guest) == {"a": "refused"}
    assert [each.guest for each in taken] == [guest, None]
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize(("decide", "outcome"), [(confirm_attendances, "counted"), (refuse_attendances, "refused")])
def test_scan_after_the_end_counts_once_somebody_says_so(event, helper, decide, outcome):
    guest = RegistrationFactory(event=event)
    take_scans(event=event, scans=[scan(guest, "a", 60 * 7)], by=helper)
    row = guest.attendances.get()
    assert (row.outcome, counts(event)) == ("to_confirm", Counts(expected=1, there=0, walk_ins=0, to_confirm=1))
    assert decide(event=event, chosen=[row.pk], by=helper) == 1
    row.refresh_from_db()
    assert (row.outcome, row.confirmed_by) == (outcome, helper)


def test_walk_in_is_seated_though_all_seats_are_taken_and_gets_no_mail(
    event, helper, django_capture_on_commit_callbacks
):
    RegistrationFactory(event=event)
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            walk_in(event=event, guest=Guest(name="Ana Invented", email="ana@example.org"), key="k", by=helper)
    made = Registration.objects.get(source="walk_in")
    assert (made.state, outcomes(made)) == ("confirmed", {f"walk-in:{made.pk}": "counted"})
    assert counts(event) == Counts(expected=2, there=1, walk_ins=1, to_confirm=0)
    assert event.seats.get().over_by == 1
    assert not Mail.objects.exists()


@pytest.mark.parametrize(("name", "is_known"), [("INVENTED Ana", True), ("Bea Invented", False)])
def test_walk_in_with_a_known_name_and_address_is_the_registration_it_belongs_to(event, helper, name, is_known):
    known = RegistrationFactory(event=event, name="Ana Invented", email="ana@example.org")
    came = walk_in(event=event, guest=Guest(name=name, email="ana@example.org"), key="k", by=helper)
    assert (came.guest == known) == is_known


def test_device_gets_names_and_hashes_and_nothing_else(event):
    guest = RegistrationFactory(event=event)
    gone = RegistrationFactory(event=event, state="cancelled")
    assert guests_for_device(event) == {"guests": [[guest.token_hash, guest.name]], "refused": [gone.token_hash]}


@pytest.mark.parametrize("number", [1, 30])
def test_scans_cost_the_same_however_many(event, helper, number, django_assert_num_queries):
    guests = RegistrationFactory.create_batch(number, event=event)
    with django_assert_num_queries(5):
        take_scans(event=event, scans=[scan(guest, f"n{guest.pk}") for guest in guests], by=helper)
