"""Whether somebody may register right now."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from core.problems import Problem
from dissemination.enums import EventState


def window_problem(
    *, state: str, takes_registrations: bool, opens_at: datetime | None, closes_at: datetime | None,
    ends_at: datetime, now: datetime,
) -> Problem | None:  # fmt: skip
    """Why not, or None."""
    if state == EventState.CANCELLED:
        return Problem("cancelled", _("This event was cancelled."))
    if state == EventState.POSTPONED:
        return Problem("postponed", _("This event was postponed; registration opens again with the new date."))
    if state != EventState.PUBLISHED or now >= ends_at:
        return Problem("over", _("Registration for this event is over."))
    if not takes_registrations:
        return Problem("elsewhere", _("Nobody needs to register for this event here."))
    if opens_at and now < opens_at:
        return Problem("not_yet", _("Registration has not opened yet."))
    if closes_at and now >= closes_at:
        return Problem("closed", _("Registration is closed."))
    return None
