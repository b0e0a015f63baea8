"""Seats and the waiting list. Counters change by conditional UPDATEs, which hold on every database.

The seats' row is always changed before the registration's: two at the same time wait for each other in one order.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.prepared import Prepared
from core.problems import Problem, ProblemsFound
from dissemination.enums import SEATED, EventState, RegistrationState
from dissemination.models import Event, PartnerShare, Registration, Seats
from dissemination.rules.shares import below_share
from dissemination.services.telling import tell_later

# As `Seats.objects.free()`: a row is changed only where there is room and nobody waits for it.
SIT_DOWN = Prepared(
    "sit_down",
    "UPDATE dissemination_seats SET taken = taken + 1 WHERE event_id = %(event)s AND mode = %(mode)s"
    " AND waiting = 0 AND (capacity IS NULL OR taken < capacity) RETURNING id",
    event="bigint", mode="text",
)  # fmt: skip
QUEUE_UP = Prepared(
    "queue_up",
    "UPDATE dissemination_seats SET waiting = waiting + 1, queued = queued + 1"
    " WHERE event_id = %(event)s AND mode = %(mode)s RETURNING queued",
    event="bigint", mode="text",
)  # fmt: skip


def take(*, event: Event, mode: str) -> int | None:
    """Sit down where there is room and nobody waits: None. Else a place in the queue."""
    if SIT_DOWN.rows(event.pk, str(mode)):
        return None
    ((place,),) = QUEUE_UP.rows(event.pk, str(mode))
    return int(place)


@transaction.atomic
def move(*, registration: Registration, to: RegistrationState, **facts: Any) -> Registration:
    """Bring a registration from the state it was seen in to another, with its seat. Raises ProblemsFound.

    What is set free goes to whoever waits first.
    """
    before = registration.state
    _recount(registration.event, registration.mode, before, to)
    fresh = {"offer_expires_at": None, "place": None, **facts, "state": to, "changed_at": timezone.now()}
    if not Registration.objects.filter(pk=registration.pk, state=before).update(**fresh):
        raise ProblemsFound([changed_meanwhile()])
    for name, value in fresh.items():
        setattr(registration, name, value)
    if before in SEATED and to not in SEATED:
        offer_free_seats(event=registration.event)
    return registration


def changed_meanwhile() -> Problem:
    return Problem("conflict", _("This registration was changed meanwhile. Look at it again."))


def give_back(*, event: Event, mode: str, state: str) -> None:
    """Take a registration of a state out of the counters."""
    _recount(event, mode, state, RegistrationState.CANCELLED)


def _recount(event: Event, mode: str, before: str, to: str) -> None:
    seated = (to in SEATED) - (before in SEATED)
    waiting = (to == RegistrationState.WAITLISTED) - (before == RegistrationState.WAITLISTED)
    if not (seated or waiting):
        return
    # A seat that somebody else has just given back cannot be given back again.
    known = Seats.objects.filter(event=event, mode=mode, taken__gte=-seated, waiting__gte=-waiting)
    if not known.update(taken=F("taken") + seated, waiting=F("waiting") + waiting):
        raise ProblemsFound([changed_meanwhile()])


@transaction.atomic
def offer_free_seats(*, event: Event, now: datetime | None = None) -> list[Registration]:
    """Give each free seat to whoever waits first, for the hours the event allows."""
    if event.state == EventState.CANCELLED:
        return []
    now = now or timezone.now()
    offered: list[Registration] = []
    for mode in event.modes:
        while (one := _offer_next(event, mode, now)) is not None:
            offered.append(one)
    return offered


def _offer_next(event: Event, mode: str, now: datetime) -> Registration | None:
    if not with_room(Seats.objects.filter(event=event, mode=mode, waiting__gt=0)).update(
        taken=F("taken") + 1, waiting=F("waiting") - 1
    ):
        return None
    one = _first_in_queue(event, mode)
    if one is None:
        message = _("The waiting list of this event has changed meanwhile.")
        raise ProblemsFound([Problem("conflict", message)])
    until = min(now + timedelta(hours=event.offer_hours), event.ends_at)
    Registration.objects.filter(pk=one.pk).update(
        state=RegistrationState.OFFERED, place=None, offer_expires_at=until, changed_at=now
    )
    tell_later(one)
    return one


def _first_in_queue(event: Event, mode: str) -> Registration | None:
    """Whoever came first, of the guests of partners below their share before all others.

    The seats' row is this transaction's: what another has just given is seen here.
    """
    queue = Registration.objects.filter(event=event, mode=mode).in_queue()
    if shares := dict(PartnerShare.objects.filter(event=event).values_list("partner", "seats")):
        seated = Registration.objects.filter(event=event, mode=mode, invited_by__in=shares).seated()
        heads = dict(seated.order_by().values_list("invited_by").annotate(heads=Count("pk")))
        if favoured := below_share(shares=shares, seated=heads):
            return queue.filter(invited_by__in=favoured).first() or queue.first()
    return queue.first()


def with_room(seats: QuerySet[Seats]) -> QuerySet[Seats]:
    return seats.filter(Q(capacity__isnull=True) | Q(taken__lt=F("capacity")))


@transaction.atomic
def set_capacity(*, event: Event, mode: str, capacity: int | None) -> Seats:
    """More seats go to whoever waits; fewer drop nobody, and the page says by how many it is over."""
    Seats.objects.get_or_create(event=event, mode=mode)
    Seats.objects.filter(event=event, mode=mode).update(capacity=capacity)
    offer_free_seats(event=event)
    return Seats.objects.get(event=event, mode=mode)
