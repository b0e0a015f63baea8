"""Telling somebody how their registration stands, once for each state, by a task.

`told_state` is the outbox: whoever's state differs from it has a mail to come.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import translation

from core import mail
from core.batching import Batch
from core.symbols import qr_png
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Event, Registration
from dissemination.rules.wording import when
from dissemination.services import calendars, links
from network.rules.stories import told_in

# Told anew of a registration that stands, because its form was filled in once more.
AGAIN = "again"
GRACE = timedelta(minutes=1)
AT_ONCE = 500


def tell_later(registration: Registration) -> None:
    """Queue the mail once the transaction holds; the sweeper finds it when the broker is away."""
    if registration.email:
        transaction.on_commit(partial(_to_tell.add, registration.pk), robust=True)


def _queue(registration_ids: list[int]) -> None:
    from dissemination.tasks import tell_all_registered

    tell_all_registered.delay(registration_ids)


_to_tell = Batch(_queue)


@transaction.atomic
def tell(registration_id: int) -> bool:
    """Write the mail about the state a registration is in, unless that was told already."""
    known = Registration.objects.select_related("event__project", "event__partner__organisation")
    registration = known.filter(pk=registration_id).first()
    if registration is None or not registration.email or registration.told_state == registration.state:
        return False
    mine = Registration.objects.filter(pk=registration.pk, state=registration.state, told_state=registration.told_state)
    if not mine.update(told_state=registration.state):
        return False
    if registration.event.state == EventState.CANCELLED and registration.is_active:
        return False
    mail.post(
        f"dissemination/mail/registration_{registration.state}",
        to=registration.email,
        language=registration.language,
        context=context_of(registration) | {"is_again": registration.told_state == AGAIN},
        attachments=attachments_of(registration),
    )
    return True


def tell_all_waiting(*, now: datetime) -> int:
    """Queue again what was not told a minute after it happened."""
    late = (
        Registration.objects.exclude(told_state=F("state"))
        .exclude(email="")
        .filter(event__ends_at__gte=now, changed_at__lt=now - GRACE)
    )
    if found := list(late.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        _queue(found)
    return late.count()


def context_of(registration: Registration) -> dict[str, Any]:
    """What the mails say, in the guest's language."""
    event = registration.event
    with translation.override(registration.language):
        until = registration.offer_expires_at
        return {
            "registration": registration,
            "event": event,
            "title": title_of(event, registration.language),
            "when": when(event.local_start, event.local_end),
            "where": where(event, registration),
            "organiser": event.partner.organisation.name,
            "project": event.project,
            "own_page": links.own_page(registration),
            "until": until.astimezone(event.zone) if until else None,
        }


def title_of(event: Event, language: str) -> str:
    return told_in(event.title, asked=language, of_project=event.project.languages).text


def where(event: Event, registration: Registration) -> str:
    """The venue, or the virtual room for whoever has a seat in it."""
    if registration.mode == "virtual":
        return event.online_url if registration.state == RegistrationState.CONFIRMED else ""
    return ", ".join(filter(None, (event.venue, event.address)))


def attachments_of(registration: Registration) -> list[mail.Attachment]:
    """A confirmed guest gets the ticket and the calendar file; one who cancelled, the file that takes it off."""
    if registration.state not in (RegistrationState.CONFIRMED, RegistrationState.CANCELLED):
        return []
    with translation.override(registration.language):
        content = calendars.of_guest(registration)
    found = [mail.Attachment(name="event.ics", kind="text/calendar; charset=utf-8", content=content)]
    if registration.state == RegistrationState.CONFIRMED and (address := links.ticket_url(registration)):
        found.insert(0, mail.Attachment(name="ticket.png", kind="image/png", content=qr_png(address), cid="ticket"))
    return found
