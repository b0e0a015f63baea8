"""From which state of an event to which, and what each step asks for."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from core.problems import Problem
from dissemination.enums import EventState

STEPS: dict[EventState, frozenset[EventState]] = {
    EventState.DRAFT: frozenset({EventState.PUBLISHED, EventState.CANCELLED}),
    EventState.PUBLISHED: frozenset({EventState.POSTPONED, EventState.CANCELLED, EventState.HELD}),
    EventState.POSTPONED: frozenset({EventState.PUBLISHED, EventState.CANCELLED}),
    EventState.CANCELLED: frozenset(),
    EventState.HELD: frozenset({EventState.CLOSED}),
    EventState.CLOSED: frozenset({EventState.HELD}),
}
ASK_WHY = frozenset({EventState.POSTPONED, EventState.CANCELLED})


def step_problems(*, state: str, to: EventState, reason: str = "") -> list[Problem]:
    """Why an event cannot go from one state to another."""
    if to not in STEPS[EventState(state)]:
        words = {"from": EventState(state).label, "to": to.label}
        return [Problem("no_such_step", _("An event that is “%(from)s” cannot become “%(to)s”.") % words)]
    reopens = state == EventState.CLOSED and to == EventState.HELD
    if (to in ASK_WHY or reopens) and not reason.strip():
        return [Problem("no_reason", _("Write the reason in a sentence."), field="reason")]
    return []


def steps_from(state: str) -> list[EventState]:
    return [step for step in EventState if step in STEPS[EventState(state)]]


def holding_problems(*, starts_at: datetime, now: datetime) -> list[Problem]:
    """Nobody took part in what has not begun."""
    if now < starts_at:
        return [Problem("not_begun", _("The event has not begun yet. It can be marked as held once it has."))]
    return []
