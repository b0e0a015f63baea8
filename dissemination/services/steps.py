"""From state to state: an event is published, postponed, cancelled, closed."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from dissemination.enums import EventState
from dissemination.models import Event
from dissemination.rules.events import publishing_problems
from dissemination.rules.states import step_problems
from dissemination.services import news


@transaction.atomic
def publish_event(*, event: Event, by: User) -> Event:
    """Let strangers read it and register. After a postponement, guests are told the new date."""
    stop_on(
        publishing_problems(
            title=event.title, mode=event.mode, venue=event.venue, country=event.country, online_url=event.online_url,
            takes_registrations=event.takes_registrations,
        )
    )  # fmt: skip
    was_postponed = event.state == EventState.POSTPONED
    if was_postponed and event.ends_at < timezone.now():
        message = _("Give the event its new date first.")
        raise ProblemsFound([Problem("old_date", message, field="starts_at")])
    step(event, EventState.PUBLISHED, by, published_at=event.published_at or timezone.now())
    if was_postponed:
        news.tell_later(event, "changed")
    return event


@transaction.atomic
def postpone_event(*, event: Event, reason: str, by: User) -> Event:
    """The date does not hold; registrations are kept, and everybody is told."""
    step(event, EventState.POSTPONED, by, reason=reason)
    news.tell_later(event, "postponed")
    return event


@transaction.atomic
def cancel_event(*, event: Event, reason: str, by: User) -> Event:
    """It does not take place: everything is kept, nobody counts as having been there, and everybody is told."""
    step(event, EventState.CANCELLED, by, reason=reason)
    news.tell_later(event, "cancelled")
    return event


@transaction.atomic
def close_event(*, event: Event, by: User) -> Event:
    """All that proves it is there: it is changed no more."""
    step(event, EventState.CLOSED, by)
    return event


@transaction.atomic
def reopen_event(*, event: Event, reason: str, by: User) -> Event:
    """Let a closed event be changed again; the reason stands in the log."""
    if event.state != EventState.CLOSED:
        raise ProblemsFound([Problem("not_closed", _("Only a closed event is opened again."))])
    step(event, EventState.HELD, by, reason=reason)
    return event


def step(event: Event, to: EventState, by: User, *, reason: str = "", **facts: object) -> None:
    """One step that is allowed, taken once: of two at the same time the second is told."""
    stop_on(step_problems(state=event.state, to=to, reason=reason))
    before = event.state
    fresh = {"state": to, "reason": reason.strip()[:300], "sequence": event.sequence + 1, **facts}
    if before == EventState.DRAFT:
        fresh["sequence"] = event.sequence
    if not Event.objects.filter(pk=event.pk, state=before).update(**fresh, changed_at=timezone.now()):
        raise ProblemsFound([Problem("conflict", _("Somebody changed the state of this event meanwhile."))])
    for name, value in fresh.items():
        setattr(event, name, value)
    detail = {"state": [str(before), str(to)], "reason": reason}
    audit.record(f"dissemination.event.{to}", target=event, by=by, **detail)
