"""Changing and ending a registration, by its guest or by the organiser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from dissemination.enums import SEATED, RegistrationState
from dissemination.models import Registration
from dissemination.rules.guests import Guest
from dissemination.services import seats
from dissemination.services.registering import facts_of, keys_of
from dissemination.services.telling import tell_later


@transaction.atomic
def change_registration(*, registration: Registration, guest: Guest, by: User | None) -> Registration:
    """Keep what the guest says of themselves now; another way of taking part asks for a seat of its own."""
    stop_on(_over(registration))
    event, same = registration.event, Registration.objects.filter(pk=registration.pk)
    facts = {**facts_of(guest), "form_id": event.form_id}
    moves = facts.pop("mode") != registration.mode and registration.is_active
    if moves:
        same = same.filter(mode=registration.mode, state=registration.state)
        facts |= _other_seat(registration, guest.mode)
    changed = sorted(name for name, value in facts.items() if getattr(registration, name) != value)
    facts |= keys_of(guest)
    _keep(same, facts)
    for name, value in facts.items():
        setattr(registration, name, value)
    if moves:
        seats.offer_free_seats(event=event)
        tell_later(registration)
    audit.record("dissemination.registration.changed", target=registration, by=by, fields=changed)
    return registration


def _keep(same: QuerySet[Registration], facts: Mapping[str, Any]) -> None:
    """Only what is told now: a state that somebody else changes at this moment stays theirs."""
    try:
        with transaction.atomic():
            if not same.update(**facts, changed_at=timezone.now()):
                raise ProblemsFound([seats.changed_meanwhile()])
    except IntegrityError as twin:
        message = _("Somebody of this name is registered with this e-mail address already.")
        raise ProblemsFound([Problem("twin", message, field="email")]) from twin


def _other_seat(registration: Registration, mode: str) -> dict[str, Any]:
    """A seat or place of the new way is taken before the old one is given back."""
    event, before = registration.event, registration.state
    place = seats.take(event=event, mode=mode)
    state = RegistrationState.WAITLISTED if place is not None else RegistrationState.CONFIRMED
    if place is None and event.confirms_by_hand and before != RegistrationState.CONFIRMED:
        state = RegistrationState.PENDING
    seats.give_back(event=event, mode=registration.mode, state=before)
    return {"mode": mode, "state": state, "place": place, "offer_expires_at": None, "told_state": ""}


@transaction.atomic
def cancel_registration(*, registration: Registration, by: User | None, reason: str = "") -> Registration:
    """Give the seat back; whoever waits first is offered it. Cancelling twice changes nothing."""
    if registration.state == RegistrationState.CANCELLED:
        return registration
    stop_on(_over(registration))
    seats.move(registration=registration, to=RegistrationState.CANCELLED, reason=reason[:300])
    audit.record("dissemination.registration.cancelled", target=registration, by=by)
    tell_later(registration)
    return registration


@transaction.atomic
def confirm_registration(*, registration: Registration, by: User) -> Registration:
    """Say yes to somebody who waits for the organiser, or give a seat out of turn."""
    _expect(registration, RegistrationState.PENDING, RegistrationState.WAITLISTED, RegistrationState.OFFERED)
    seats.move(registration=registration, to=RegistrationState.CONFIRMED)
    audit.record("dissemination.registration.confirmed", target=registration, by=by)
    tell_later(registration)
    return registration


@transaction.atomic
def decline_registration(*, registration: Registration, by: User, reason: str) -> Registration:
    """Say no, with a reason that the mail tells."""
    _expect(registration, *SEATED, RegistrationState.WAITLISTED)
    if not reason.strip():
        raise ProblemsFound([Problem("no_reason", _("Write the reason in a sentence."), field="reason")])
    seats.move(registration=registration, to=RegistrationState.DECLINED, reason=reason.strip()[:300])
    audit.record("dissemination.registration.declined", target=registration, by=by)
    tell_later(registration)
    return registration


@transaction.atomic
def send_again(*, registration: Registration, by: User) -> None:
    """Send the mail about how it stands once more."""
    Registration.objects.filter(pk=registration.pk).update(told_state="")
    audit.record("dissemination.registration.mailed_again", target=registration, by=by)
    tell_later(registration)


def _expect(registration: Registration, *states: str) -> None:
    if registration.state not in states:
        words = {"state": registration.get_state_display()}
        raise ProblemsFound([Problem("state", _("This registration is: %(state)s.") % words)])


def _over(registration: Registration) -> list[Problem]:
    if timezone.now() >= registration.event.ends_at:
        return [Problem("over", _("The event is over: registrations are changed no more."))]
    return []


def standing_answers(registration: Registration) -> dict[str, Any]:
    """Answers to what the event still asks in the same words; to another question they would say something else."""
    given = registration.form.questions if registration.form else []
    asked = registration.event.form.questions if registration.event.form else []
    keys = {question["key"] for question in asked if question in given}
    return {key: answer for key, answer in registration.answers.items() if key in keys}


def as_posted(registration: Registration) -> Mapping[str, Any]:
    """The registration as its own form would send it."""
    names = (
        "name", "email", "organisation_name", "organisation_address", "country", "function", "mode", "access_needs",
        "diet_needs", "photo_consent",
    )  # fmt: skip
    posted = {name: getattr(registration, name) for name in names}
    chosen = {"category": registration.category_id, "invited_by": registration.invited_by_id}
    return {**posted, **{name: str(key or "") for name, key in chosen.items()}}
