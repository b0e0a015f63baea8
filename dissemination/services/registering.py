"""Registering for an event: one INSERT, whoever asks and however often the same form arrives."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.inserting import insert_one
from core.prepared import Compiled
from core.problems import Problem, ProblemsFound
from dissemination.enums import RegistrationSource, RegistrationState
from dissemination.models import Event, Registration, RegistrationForm, Seats
from dissemination.rules.guests import Guest
from dissemination.rules.tickets import hash_of, ticket_token
from dissemination.rules.windows import window_problem
from dissemination.services import seats
from dissemination.services.telling import AGAIN, tell_later

# Nobody fills another's mailbox by registering their address over and over.
REST = timedelta(minutes=10)
# The columns of an event that say whether somebody may register.
WINDOW = ("state", "takes_registrations", "registration_opens_at", "registration_closes_at", "ends_at")


def _to_register_for(code: str, event: int) -> QuerySet[Event]:
    """No more of the event than a good form needs; whatever else is asked for is read then."""
    known = Event.objects.public().filter(project__code=code, pk=event).order_by()
    return known.only("project", "form", "mode", "confirms_by_hand", *WINDOW)


_events = Compiled(_to_register_for, code="?code", event=-1)


def event_to_register_for(code: str, event: int) -> Event | None:
    """A public event, for a form that was sent."""
    return _events.first(code=code, event=event)


def open_problem(event: Event) -> Problem | None:
    """Why nobody can register for this event right now, or None."""
    return window_problem(
        state=event.state, takes_registrations=event.takes_registrations, opens_at=event.registration_opens_at,
        closes_at=event.registration_closes_at, ends_at=event.ends_at, now=timezone.now(),
    )  # fmt: skip


@dataclass(frozen=True)
class Registered:
    """A registration, whether it came from this very form (another one's is not told of), and what that asked for."""

    registration: Registration
    is_own: bool
    mode: str


def outcome_of(registered: Registered) -> str:
    """What the page says: for somebody who was registered before, what a stranger would have been told.

    No place in the queue: a stranger's would be taken by the next one, that of somebody known would not.
    """
    registration = registered.registration
    if registered.is_own:
        return registration.state
    has_seats = Seats.objects.filter(event=registration.event, mode=registered.mode).free().exists()
    return _state(registration.event, None) if has_seats else RegistrationState.WAITLISTED


def register(
    *, event: Event, guest: Guest, key: str = "", form: RegistrationForm | None = None,
    source: str = RegistrationSource.PUBLIC, by: User | None = None,
) -> Registered:  # fmt: skip
    """Give a seat, or a place in the queue, and mail which. Raises ProblemsFound while registration is not open.

    The same key gives the same registration. The same name with the same address keeps its seat and is told so by
    mail; one that had cancelled starts anew. Another name with that address is another person.
    """
    if by is None and (closed := open_problem(event)):
        raise ProblemsFound([closed])
    try:
        with transaction.atomic():
            return Registered(_new(event, guest, key, form, source, by), is_own=True, mode=guest.mode)
    except IntegrityError:
        return _once_more(event, guest, key)


def _new(
    event: Event, guest: Guest, key: str, form: RegistrationForm | None, source: str, by: User | None
) -> Registration:
    uid = uuid.uuid4()
    place = seats.take(event=event, mode=guest.mode)
    registration = Registration(
        event=event, uid=uid, key=key, token_hash=hash_of(ticket_token(uid)), form=form or event.form,
        state=_state(event, place), place=place, source=source, entered_by=by, **keys_of(guest), **facts_of(guest),
    )  # fmt: skip
    insert_one(registration)
    tell_later(registration)
    return registration


def facts_of(guest: Guest) -> dict[str, object]:
    """A guest's own words as the columns of a registration."""
    return {
        "name": guest.name, "email": guest.email, "organisation_name": guest.organisation_name,
        "organisation_address": guest.organisation_address, "country": guest.country, "function": guest.function,
        "category_id": guest.category_id, "invited_by_id": guest.invited_by_id, "mode": guest.mode,
        "language": guest.language, "access_needs": guest.access_needs, "diet_needs": guest.diet_needs,
        "photo_consent": guest.photo_consent, "answers": dict(guest.answers),
    }  # fmt: skip


def keys_of(guest: Guest) -> dict[str, str]:
    """Under what a guest is found again: by the same name and address, and by whoever searches at the door."""
    return {"email_key": guest.email_key, "name_key": guest.name_key, "search_key": guest.search_key}


def _state(event: Event, place: int | None) -> RegistrationState:
    if place is not None:
        return RegistrationState.WAITLISTED
    return RegistrationState.PENDING if event.confirms_by_hand else RegistrationState.CONFIRMED


def _once_more(event: Event, guest: Guest, key: str) -> Registered:
    """The registration of the same form, or of the same name and address."""
    known = Registration.objects.filter(event=event).select_related("event__project")
    again = known.filter(key=key).first() if key else None
    if again is not None:
        return Registered(again, is_own=True, mode=guest.mode)
    registration = known.get(email_key=guest.email_key, name_key=guest.name_key)
    if registration.is_active:
        _tell_again(registration)
        return Registered(registration, is_own=False, mode=guest.mode)
    return Registered(_anew(registration, guest, key), is_own=True, mode=guest.mode)


@transaction.atomic
def _tell_again(registration: Registration) -> None:
    """Whoever knows a name and its address learns nothing from the page; its owner gets a mail, but not at once."""
    now = timezone.now()
    if Registration.objects.filter(pk=registration.pk, changed_at__lt=now - REST).update(
        told_state=AGAIN, changed_at=now
    ):
        tell_later(registration)


@transaction.atomic
def _anew(registration: Registration, guest: Guest, key: str) -> Registration:
    """Somebody who had cancelled, or let an offer pass, comes after all: behind those who wait."""
    place = seats.take(event=registration.event, mode=guest.mode)
    to = _state(registration.event, place)
    fresh = {**facts_of(guest), **keys_of(guest), "key": key, "state": to, "place": place, "reason": ""}
    fresh["form"] = registration.event.form
    known = Registration.objects.filter(pk=registration.pk, state=registration.state)
    if not known.update(**fresh, changed_at=timezone.now()):
        raise ProblemsFound([Problem("conflict", _("This registration was changed meanwhile. Send it again."))])
    stored = Registration.objects.select_related("event__project").get(pk=registration.pk)
    tell_later(stored)
    return stored
