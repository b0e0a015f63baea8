"""What everybody who registered is told: another date or place, postponed, cancelled, the day before, and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from core import mail
from core.models import Mail
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Event, FollowUp, Registration
from dissemination.services.holding import attended
from dissemination.services.plan.probing import Answer, probe
from dissemination.services.telling import GRACE, attachments_of, context_of

REMIND_BEFORE = timedelta(hours=26)
# Mails are kept longer than this, so that nobody is asked twice.
ASK_WITHIN = timedelta(days=60)


def tell_later(event: Event, what: str) -> None:
    """Once the transaction holds, a worker writes to all who want to come; the sweeper when the broker is away."""
    Event.objects.filter(pk=event.pk).update(untold=f"{what}-{event.sequence}")
    transaction.on_commit(partial(_queue, event.pk, what, event.sequence), robust=True)


def _queue(event_id: int, what: str, sequence: int) -> None:
    from dissemination.tasks import tell_news

    tell_news.delay(event_id, what, sequence)


def tell_news(event_id: int, *, what: str, sequence: int) -> int:
    """A mail to everybody who is registered or waits, once for each step of the event; says how many."""
    key = f"event-{event_id}-{what}-{sequence}"
    guests = Registration.objects.active().filter(event=event_id).with_address().exclude(pk__in=_written(key))
    told = _write_to(guests.order_by("pk"), f"event_{what}", key)
    Event.objects.filter(pk=event_id, untold=f"{what}-{sequence}").update(untold="")
    return told


def tell_all_late(*, now: datetime) -> int:
    """Queue again the news that were not told a minute after they happened; says of how many events."""
    late = Event.objects.exclude(untold="").filter(changed_at__lt=now - GRACE)
    found = list(late.values_list("pk", "untold"))
    for pk, untold in found:
        what, _dash, sequence = untold.partition("-")
        _queue(pk, what, int(sequence))
    return len(found)


def remind_guests(*, now: datetime) -> int:
    """The day before: everybody with a seat hears when and where, and gets the ticket again."""
    soon = Event.objects.filter(
        state=EventState.PUBLISHED, starts_at__gt=now, starts_at__lte=now + REMIND_BEFORE
    ).values_list("pk", "sequence")
    told = 0
    for pk, sequence in soon:
        key = f"event-{pk}-reminder-{sequence}"
        guests = Registration.objects.filter(event=pk, state=RegistrationState.CONFIRMED).with_address()
        # Whoever registered within these hours has just had all of it.
        guests = guests.filter(created_at__lt=now - timedelta(hours=12)).exclude(pk__in=_written(key))
        told += _write_to(guests.order_by("pk"), "event_reminder", key)
    return told


def ask_how_it_was(*, now: datetime, allow_private: bool = False) -> int:
    """After the event: everybody who was there gets the satisfaction survey, once; says how many.

    Nobody is sent to an address that does not answer: the checklist tells the organiser, who may correct it.
    """
    over = Event.objects.filter(
        state__in=(EventState.HELD, EventState.CLOSED), ends_at__range=(now - ASK_WITHIN, now)
    ).exclude(follow_up__satisfaction_url="")
    told = 0
    for event in over.filter(follow_up__isnull=False).select_related("follow_up"):
        key = f"event-{event.pk}-survey"
        guests = Registration.objects.reachable().filter(pk__in=attended(event)).exclude(pk__in=_written(key))
        if not guests.exists() or not _survey_answers(event.follow_up, allow_private=allow_private):
            continue
        told += _write_to(guests.order_by("pk"), "event_survey", key, survey=event.follow_up.satisfaction_url)
    return told


def _survey_answers(follow_up: FollowUp, *, allow_private: bool) -> bool:
    """Surveys of this site are known to be there; of others their server is asked."""
    url = follow_up.satisfaction_url
    answer = Answer(True, "") if url.startswith(mail.site_url("/")) else probe(url, allow_private=allow_private)
    failure = "" if answer.is_alive else answer.words[:100]
    FollowUp.objects.filter(pk=follow_up.pk, satisfaction_url=url).update(survey_failure=failure)
    return answer.is_alive


def _written(key: str) -> list[int]:
    keys = Mail.objects.filter(key__startswith=f"{key}-").values_list("key", flat=True)
    return [int(each.rpartition("-")[2]) for each in keys]


def _write_to(guests: Iterable[Registration], template: str, key: str, **more: object) -> int:
    told = 0
    for registration in guests.select_related("event__project", "event__partner__organisation").iterator():  # type: ignore[attr-defined]
        mail.post(
            f"dissemination/mail/{template}",
            to=registration.email,
            language=registration.language,
            context=context_of(registration) | more,
            attachments=[] if more else attachments_of(registration),
            key=f"{key}-{registration.pk}",
        )
        told += 1
    return told
