"""Seats kept for the guests of partners on the waiting list."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from dissemination.enums import RegistrationState
from dissemination.models import PartnerShare, Registration, Seats
from dissemination.rules.guests import Guest
from dissemination.rules.shares import below_share, share_problems
from dissemination.services.links import signed
from dissemination.services.places import Place, place_of
from dissemination.services.registering import register
from dissemination.services.registrations import cancel_registration
from tests.factories import PartnerFactory
from tests.factories.dissemination import EventFactory


def come(event, name, partner=None):
    guest = Guest(
        name=f"{name} Invented", email=f"{name}@example.org", organisation_name="Invented School", country="ES",
        invited_by_id=partner and partner.pk,
    )  # fmt: skip
    return register(event=event, guest=guest).registration


def offered():
    rows = Registration.objects.filter(state=RegistrationState.OFFERED)
    return sorted(email.partition("@")[0] for email in rows.values_list("email", flat=True))


@pytest.fixture
def event():
    """Two seats taken, one kept for a partner whose guests wait behind a stranger."""
    event = EventFactory(seats={"on_site": 2})
    partner = PartnerFactory(project=event.project)
    PartnerShare.objects.create(event=event, partner=partner, seats=1)
    for name, invited in (("ana", None), ("bea", None), ("carla", None), ("dora", partner), ("eva", partner)):
        come(event, name, invited)
    return event


def give_back(name):
    cancel_registration(registration=Registration.objects.get(email=f"{name}@example.org"), by=None)


@pytest.mark.django_db
def test_free_seat_goes_first_to_guests_of_a_partner_below_its_share(event):
    give_back("ana")
    assert offered() == ["dora"]
    give_back("bea")
    assert offered() == ["carla", "dora"]


@pytest.mark.django_db
def test_seat_given_up_by_a_partners_guest_stays_the_partners(event):
    give_back("ana")
    give_back("dora")
    assert offered() == ["eva"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_seats_given_back_at_once_fill_the_share_once(event):
    together = Barrier(2)

    def cancel(name):
        together.wait(20)
        give_back(name)
        connection.close()

    threads = [Thread(target=cancel, args=(name,)) for name in ("ana", "bea")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert offered() == ["carla", "dora"]
    assert Seats.objects.values_list("taken", "waiting").get(event=event) == (2, 1)


def test_below_share_are_those_with_fewer_seats_than_are_kept():
    assert below_share(shares={1: 2, 2: 1, 3: 1}, seated={1: 1, 2: 1}) == [1, 3]


@pytest.mark.parametrize(
    ("shares", "capacity", "expected"),
    [([2, 3], [5], []), ([2, 4], [5], ["shares_above_seats"]), ([9], [5, None], []), ([3], [2, 3], [])],
)
def test_no_more_seats_are_kept_than_there_are(shares, capacity, expected):
    assert [problem.code for problem in share_problems(shares=shares, capacity=capacity)] == expected


@pytest.mark.django_db
def test_place_is_told_among_those_who_wait_for_the_same_share(event):
    other = PartnerFactory(project=event.project)
    for name, invited in (("filip", None), ("gita", other)):
        come(event, name, invited)
    rows = Registration.objects.order_by("pk")
    partner = event.shares.get().partner
    told = {row.email.partition("@")[0]: place_of(row) for row in rows}
    assert told == {
        "ana": None, "bea": None,
        "carla": Place(0, keeps_seats=True), "filip": Place(1, keeps_seats=True), "gita": Place(2, keeps_seats=True),
        "dora": Place(0, keeps_seats=True, partner=partner), "eva": Place(1, keeps_seats=True, partner=partner),
    }  # fmt: skip


@pytest.mark.django_db
def test_own_page_says_for_which_seats_somebody_waits(event, client):
    def said(name):
        return client.get(f"/en/events/mine/{signed(Registration.objects.get(email=f'{name}@example.org'))}/").text

    kept = "A free seat goes first to guests of partners who hold fewer seats"
    partner = event.shares.get().partner
    assert f"1 other guest of {partner} waits before you." in said("eva")
    assert "0 people for whom no seat is kept wait before you." in said("carla")
    assert kept in said("carla")
    event.shares.all().delete()
    assert ("2 people wait before you." in said("eva"), kept in said("eva")) == (True, False)
