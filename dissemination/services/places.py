"""Where somebody stands on the waiting list, so that it is true with seats kept for partners too."""

from __future__ import annotations

from dataclasses import dataclass

from dissemination.enums import RegistrationState
from dissemination.models import PartnerShare, Registration
from network.models import Partner


@dataclass(frozen=True)
class Place:
    """How many wait before somebody: of those who wait for the same seats, where some are kept for partners."""

    ahead: int
    keeps_seats: bool = False
    partner: Partner | None = None


def place_of(registration: Registration) -> Place | None:
    """None for whoever does not wait. Those of another share may come before or after them."""
    if registration.state != RegistrationState.WAITLISTED or registration.place is None:
        return None
    queue = Registration.objects.filter(event=registration.event, mode=registration.mode).in_queue()
    before = queue.filter(place__lt=registration.place)
    kept = PartnerShare.objects.filter(event=registration.event).select_related("partner__organisation")
    shares = {share.partner_id: share.partner for share in kept}
    if not shares:
        return Place(before.count())
    if partner := shares.get(registration.invited_by_id or 0):
        return Place(before.filter(invited_by=partner).count(), keeps_seats=True, partner=partner)
    return Place(before.exclude(invited_by__in=shares).count(), keeps_seats=True)
