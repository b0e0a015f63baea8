"""Offers of the waiting list: taken in time, or passed on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from dissemination.enums import EventState, RegistrationState
from dissemination.models import Registration
from dissemination.services import seats
from dissemination.services.telling import tell_later

EXPIRED = "expired"


@transaction.atomic
def accept_offer(*, registration: Registration) -> Registration:
    """Take the seat that was offered. Raises ProblemsFound when its time is over."""
    offered = registration.state == RegistrationState.OFFERED
    until = registration.offer_expires_at
    if not offered or until is None or until <= timezone.now():
        message = _("This offer is over; the seat went to whoever waits next.")
        raise ProblemsFound([Problem("offer_over", message)])
    seats.move(registration=registration, to=RegistrationState.CONFIRMED)
    tell_later(registration)
    return registration


def expire_offers(*, now: datetime) -> int:
    """An offer nobody took in time goes to whoever waits next; says how many were over."""
    over = Registration.objects.offers_expired(at=now).exclude(event__state=EventState.CANCELLED)
    over = over.select_related("event__project").order_by("offer_expires_at")
    return sum(_expire(registration) for registration in over[:500])


@transaction.atomic
def _expire(registration: Registration) -> bool:
    try:
        with transaction.atomic():
            seats.move(registration=registration, to=RegistrationState.DECLINED, reason=EXPIRED)
    except ProblemsFound:
        return False  # taken in this very moment
    tell_later(registration)
    return True
