from datetime import timedelta

import pytest
import vobject
from django.utils import timezone

from core.problems import ProblemsFound
from dissemination.enums import EventMode, EventState, RegistrationState
from dissemination.listings.guests import own_answer
from dissemination.models import Event, Registration
from dissemination.rules.guests import Guest
from dissemination.services import waiting
from dissemination.services.calendars import of_guest
from dissemination.services.forms import set_questions
from dissemination.services.registering import register
from dissemination.services.registrations import (
    cancel_registration,
    change_registration,
    confirm_registration,
    standing_answers,
)
from dissemination.services.telling import tell
from network.enums import Mode
from tests.factories import UserFactory
from tests.factories.dissemination import EventFactory, RegistrationFactory

pytestmark = pytest.mark.django_db
CONFIRMED, WAITLISTED, OFFERED = RegistrationState.CONFIRMED, RegistrationState.WAITLISTED, RegistrationState.OFFERED
ROOM = "https://rooms.example.org/invented"


def guest(name="ana", **facts):
    return Guest(
        name=f"{name} Invented", email=f"{name}@example.org", organisation_name="Invented School", country="ES", **facts
    )


def come(event, name, **facts):
    return register(event=event, guest=guest(name, **facts)).registration


def choice(*labels):
    options = [{"key": f"o{place}", "label": {"en": label}} for place, label in enumerate(labels)]
    return {"key": "which", "kind": "choice", "label": {"en": "Which?"}, "required": False, "options": options}


def test_change_keeps_the_state_that_somebody_else_has_just_given():
    registration = come(EventFactory(confirms_by_hand=True), "ana")
    seen_by_guest = Registration.objects.get(pk=registration.pk)
    confirm_registration(registration=registration, by=UserFactory())

    change_registration(registration=seen_by_guest, guest=guest("ana", function="Trainer"), by=None)

    stored = Registration.objects.get(pk=registration.pk)
    assert (stored.state, stored.function) == (CONFIRMED, "Trainer")


def test_change_of_the_way_is_refused_when_the_seat_was_changed_meanwhile():
    event = EventFactory(mode=EventMode.HYBRID, seats={"on_site": 1})
    registration = come(event, "ana")
    seen_by_guest = Registration.objects.select_related("event").get(pk=registration.pk)
    cancel_registration(registration=registration, by=None)

    with pytest.raises(ProblemsFound):
        change_registration(registration=seen_by_guest, guest=guest("ana", mode=Mode.VIRTUAL), by=None)
    assert sorted(event.seats.values_list("mode", "taken")) == [("on_site", 0), ("virtual", 0)]


def test_seat_left_for_the_virtual_room_goes_to_whoever_waits():
    event = EventFactory(mode=EventMode.HYBRID, seats={"on_site": 1})
    first, second = come(event, "ana"), come(event, "bea")

    change_registration(registration=first, guest=guest("ana", mode=Mode.VIRTUAL), by=None)

    second.refresh_from_db()
    assert (first.state, first.mode, second.state) == (CONFIRMED, Mode.VIRTUAL, OFFERED)
    assert sorted(event.seats.values_list("mode", "taken", "waiting")) == [("on_site", 1, 0), ("virtual", 1, 0)]


def test_address_registered_over_and_over_gets_one_mail_in_ten_minutes():
    registration = come(EventFactory(), "ana")
    tell(registration.pk)

    register(event=registration.event, guest=guest("ana"))
    at_once = tell(registration.pk)
    Registration.objects.update(changed_at=timezone.now() - timedelta(minutes=11))
    register(event=registration.event, guest=guest("ana"))

    assert (at_once, tell(registration.pk)) == (False, True)


def test_nobody_is_offered_a_seat_at_a_cancelled_event():
    event = EventFactory(seats={"on_site": 1})
    first, second, third = (come(event, name) for name in ("ana", "bea", "carla"))
    cancel_registration(registration=first, by=None)
    Event.objects.update(state=EventState.CANCELLED)

    later = timezone.now() + timedelta(days=30)
    assert waiting.expire_offers(now=later) == 0
    cancel_registration(registration=Registration.objects.select_related("event").get(pk=second.pk), by=None)
    third.refresh_from_db()
    assert third.state == WAITLISTED


@pytest.mark.parametrize(
    ("state", "place", "told"),
    [
        (CONFIRMED, None, (ROOM, "CONFIRMED")),
        (WAITLISTED, 1, ("Invented Hall, Invented Street 1, Lugo", "CONFIRMED")),
        (RegistrationState.DECLINED, None, ("Invented Hall, Invented Street 1, Lugo", "CANCELLED")),
    ],
)
def test_virtual_room_is_told_to_whoever_has_a_seat_in_it(state, place, told):
    registration = RegistrationFactory(
        event__mode=EventMode.HYBRID, event__online_url=ROOM, mode=Mode.VIRTUAL, state=state, place=place
    )
    entry = vobject.readOne(of_guest(registration).decode()).vevent
    assert (entry.location.value, entry.status.value) == told


def test_answers_are_read_in_the_words_of_the_questions_that_were_asked():
    event = EventFactory()
    by = UserFactory()
    set_questions(event=event, questions=[choice("Wood", "Words")], by=by)
    event.refresh_from_db()
    registration = register(event=event, guest=guest("ana", answers={"which": "o0"})).registration
    assert standing_answers(registration) == {"which": "o0"}

    set_questions(event=event, questions=[choice("Metal", "Wood")], by=by)
    registration = Registration.objects.get(pk=registration.pk)
    assert (own_answer(registration, "which"), standing_answers(registration)) == ("Wood", {})

    changed = change_registration(registration=registration, guest=guest("ana", answers={"which": "o1"}), by=None)
    stored = Registration.objects.get(pk=changed.pk)
    assert (stored.form.version, own_answer(stored, "which")) == (2, "Wood")
