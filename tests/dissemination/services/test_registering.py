from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.core import mail as outbox
from django.db import connection

from core.models import Mail
from core.problems import ProblemsFound
from dissemination.enums import EventMode, EventState, RegistrationState
from dissemination.models import Registration, Seats
from dissemination.rules.guests import Guest
from dissemination.services import waiting
from dissemination.services.registering import outcome_of, register
from dissemination.services.registrations import cancel_registration
from dissemination.services.seats import set_capacity
from dissemination.services.telling import tell
from tests.factories.dissemination import EventFactory

pytestmark = pytest.mark.django_db
CONFIRMED, WAITLISTED, OFFERED, DECLINED, CANCELLED = (
    RegistrationState.CONFIRMED,
    RegistrationState.WAITLISTED,
    RegistrationState.OFFERED,
    RegistrationState.DECLINED,
    RegistrationState.CANCELLED,
)


def guest(name="ana", **facts):
    return Guest(
        name=f"{name} Invented", email=f"{name}@example.org", organisation_name="Invented School", country="ES", **facts
    )


def come(event, name, **facts):
    return register(event=event, guest=guest(name, **facts)).registration


def counters(event):
    return Seats.objects.values_list("taken", "waiting").get(event=event)


def states(event):
    return dict(Registration.objects.filter(event=event).values_list("email", "state"))


def test_last_seat_is_given_once_and_the_next_one_waits():
    event = EventFactory(seats={"on_site": 1})

    first, second, third = (come(event, name) for name in ("ana", "bea", "carla"))

    assert [(row.state, row.place) for row in (first, second, third)] == [
        (CONFIRMED, None),
        (WAITLISTED, 1),
        (WAITLISTED, 2),
    ]
    assert counters(event) == (1, 2)


def test_same_key_registers_once_whatever_else_changes():
    event = EventFactory()
    first = register(event=event, guest=guest("ana"), key="k1")
    again = register(event=event, guest=guest("ana"), key="k1")

    assert (first.registration.pk, first.is_own) == (again.registration.pk, again.is_own)
    assert counters(event) == (1, 0)


def test_same_name_and_address_in_other_letters_keep_their_seat_and_the_page_does_not_tell():
    event = EventFactory(seats={"on_site": 1})
    come(event, "ana")
    sent = Guest(name="Invented, ANÁ", email="ANA@example.org", organisation_name="Y", country="ES")
    again = register(event=event, guest=sent)

    assert (again.registration.name, again.is_own) == ("ana Invented", False)
    assert outcome_of(again) == WAITLISTED
    assert counters(event) == (1, 0)


def test_colleague_with_the_same_address_is_another_guest():
    event = EventFactory()
    come(event, "ana")
    colleague = replace(guest("bea"), email="ana@example.org")

    assert register(event=event, guest=colleague).is_own
    assert sorted(event.registrations.values_list("name", "email", "state")) == [
        ("ana Invented", "ana@example.org", CONFIRMED), ("bea Invented", "ana@example.org", CONFIRMED),
    ]  # fmt: skip
    assert counters(event) == (2, 0)


def test_who_is_registered_already_is_told_so_by_mail(django_capture_on_commit_callbacks):
    event = EventFactory()
    with time_machine.travel(datetime(2029, 1, 1, 9, tzinfo=UTC), tick=False) as clock:
        for minutes in (0, 5, 20):
            clock.move_to(datetime(2029, 1, 1, 9, minutes, tzinfo=UTC))
            with django_capture_on_commit_callbacks(execute=True):
                come(event, "ana")

    words = "There is a registration already"
    mails = outbox.outbox
    assert [(mail.to, words in mail.body, "/events/mine/" in mail.body) for mail in mails] == [
        (["ana@example.org"], False, True), (["ana@example.org"], True, True),
    ]  # fmt: skip


@pytest.mark.parametrize(("mode", "told"), [("on_site", WAITLISTED), ("virtual", CONFIRMED)])
def test_known_address_is_answered_like_a_stranger_who_asks_for_the_same(mode, told):
    event = EventFactory(mode=EventMode.HYBRID, seats={"on_site": 1, "virtual": 5})
    come(event, "ana")

    known = outcome_of(register(event=event, guest=guest("ana", mode=mode)))

    assert (known, outcome_of(register(event=event, guest=guest("bea", mode=mode)))) == (told, told)


def test_who_cancelled_may_come_after_all_behind_those_who_wait():
    event = EventFactory(seats={"on_site": 1})
    first = come(event, "ana")
    come(event, "bea")
    cancel_registration(registration=first, by=None)

    again = register(event=event, guest=guest("ana"))

    assert states(event) == {"ana@example.org": WAITLISTED, "bea@example.org": OFFERED}
    assert outcome_of(again) == WAITLISTED
    assert counters(event) == (1, 1)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"state": EventState.DRAFT}, "over"),
        ({"state": EventState.CANCELLED}, "cancelled"),
        ({"state": EventState.POSTPONED}, "postponed"),
        ({"registration_opens_at": datetime(2030, 1, 1, tzinfo=UTC)}, "not_yet"),
        ({"registration_closes_at": datetime(2020, 1, 1, tzinfo=UTC)}, "closed"),
        ({"takes_registrations": False}, "elsewhere"),
    ],
)
def test_register_is_refused_while_it_is_not_open(facts, code):
    event = EventFactory(**facts)
    with pytest.raises(ProblemsFound) as found:
        come(event, "ana")
    assert [problem.code for problem in found.value.problems] == [code]
    assert counters(event) == (0, 0)


def test_seat_given_back_is_offered_accepted_or_passed_on():
    event = EventFactory(seats={"on_site": 1}, offer_hours=24)
    first, second, third = (come(event, name) for name in ("ana", "bea", "carla"))
    with time_machine.travel(datetime(2029, 1, 1, tzinfo=UTC), tick=False):
        cancel_registration(registration=first, by=None)
        second.refresh_from_db()
        assert second.offer_expires_at == datetime(2029, 1, 2, tzinfo=UTC)
    with time_machine.travel(datetime(2029, 1, 2, 1, tzinfo=UTC), tick=False):
        with pytest.raises(ProblemsFound):
            waiting.accept_offer(registration=second)
        assert waiting.expire_offers(now=datetime(2029, 1, 2, 1, tzinfo=UTC)) == 1
        third.refresh_from_db()
        waiting.accept_offer(registration=Registration.objects.get(pk=third.pk))

    assert states(event) == {"ana@example.org": CANCELLED, "bea@example.org": DECLINED, "carla@example.org": CONFIRMED}
    assert counters(event) == (1, 0)


def test_lower_capacity_drops_nobody_and_more_seats_go_to_who_waits():
    event = EventFactory(seats={"on_site": 2})
    for name in ("ana", "bea", "carla"):
        come(event, name)

    lowered = set_capacity(event=event, mode="on_site", capacity=1)
    assert (lowered.over_by, lowered.taken) == (1, 2)
    cancel_registration(registration=Registration.objects.get(email="ana@example.org"), by=None)
    assert states(event)["carla@example.org"] == WAITLISTED

    raised = set_capacity(event=event, mode="on_site", capacity=3)
    assert (raised.over_by, raised.taken, raised.waiting) == (0, 2, 0)
    assert states(event)["carla@example.org"] == OFFERED


def test_mail_has_ticket_and_calendar_and_is_written_once(django_capture_on_commit_callbacks):
    event = EventFactory()
    with django_capture_on_commit_callbacks(execute=True), django_capture_on_commit_callbacks(execute=True):
        registration = come(event, "ana", language="es")
    again = tell(registration.pk)

    sent = outbox.outbox[0]
    assert (len(outbox.outbox), again) == (1, False)
    assert sent.subject.startswith("Tu plaza") or "Acto inventado" in sent.subject
    assert [part.get_filename() for part in sent.message().walk() if part.get_filename()] == ["ticket.png", "event.ics"]
    assert "/es/events/mine/" in sent.body
    assert Mail.objects.get().text == ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_at_once_get_one_seat_and_one_place():
    event = EventFactory(seats={"on_site": 1})
    together = Barrier(2)

    def ask(name):
        together.wait(20)
        come(event, name)
        connection.close()

    threads = [Thread(target=ask, args=(name,)) for name in ("ana", "bea")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert sorted(Registration.objects.values_list("state", "place")) == [(CONFIRMED, None), (WAITLISTED, 1)]
    assert counters(event) == (1, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_double_click_at_once_registers_once():
    event = EventFactory(seats={"on_site": 5})
    together = Barrier(2)
    found = []

    def ask():
        together.wait(20)
        found.append(register(event=event, guest=guest("ana"), key="k").registration.pk)
        connection.close()

    threads = [Thread(target=ask) for _twice in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert len(set(found)) == 1
    assert counters(event) == (1, 0)


def test_offer_never_lasts_beyond_the_event():
    event = EventFactory(seats={"on_site": 1}, offer_hours=48)
    first, second = come(event, "ana"), come(event, "bea")
    with time_machine.travel(event.starts_at - timedelta(hours=1), tick=False):
        cancel_registration(registration=first, by=None)
    second.refresh_from_db()
    assert second.offer_expires_at == event.ends_at
