"""Making and changing events. Who registered is told of what concerns them, and calendars get a higher sequence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from core.staleness import claim
from dissemination.enums import EventState
from dissemination.models import Event, PartnerShare, Seats
from dissemination.rules.events import locked_problems, moment_problems, project_problems, window_problems
from dissemination.rules.shares import share_problems
from dissemination.services import news, seats
from network.models import Output, Partner, Period, Project
from network.rules.periods import taking_in

# What people who registered must know of, and what calendars show.
TOLD = ("starts_at", "ends_at", "time_zone", "venue", "address", "country", "mode", "online_url")
IN_CALENDARS = (*TOLD, "title", "description")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """An event as the form says it: the columns, and what hangs on it. Shares that are not named stay as they are."""

    facts: Mapping[str, Any]
    capacity: Mapping[str, int | None] = field(default_factory=dict)
    co_organisers: Collection[Partner] = ()
    results: Collection[Output] = ()
    shares: Mapping[Partner, int] | None = None


@transaction.atomic
def create_event(*, project: Project, plan: Plan, by: User) -> Event:
    """Write down an event as a draft. Raises ProblemsFound."""
    event = Event(project=project, **plan.facts)
    _check(event, plan, by)
    event.save()
    _hang_on(event, plan)
    audit.record("dissemination.event.created", target=event, by=by)
    return event


@transaction.atomic
def change_event(*, event: Event, seen: str, plan: Plan, by: User) -> Event:
    """Change an event that still is as its editor saw it; guests are told of another time or place."""
    claim(event, seen=seen)
    stored = Event.objects.select_related("project").get(pk=event.pk)
    before = {name: getattr(stored, name) for name in plan.facts}
    for name, value in plan.facts.items():
        setattr(stored, name, value)
    _check(stored, plan, by)
    changed = {name for name in plan.facts if before[name] != plan.facts[name]}
    if changed & set(IN_CALENDARS) and stored.state != EventState.DRAFT:
        stored.sequence += 1
    if "starts_at" in changed and stored.published_at:
        stored.previous_starts_at = before["starts_at"]
    stored.save()
    _hang_on(stored, plan)
    audit.record("dissemination.event.changed", target=stored, by=by, fields=sorted(changed))
    if changed & set(TOLD) and stored.state == EventState.PUBLISHED:
        news.tell_later(stored, "changed")
    return stored


def event_problems(event: Event) -> list[Problem]:
    """All that is wrong with an event, and what is only pointed out."""
    found = moment_problems(starts_at=event.starts_at, ends_at=event.ends_at, time_zone=event.time_zone)
    project = event.project
    found += project_problems(
        first=event.held_on, last=event.ends_on, starts_on=project.starts_on, ends_on=project.ends_on,
        reason=event.outside_reason,
    )  # fmt: skip
    found += window_problems(
        opens_at=event.registration_opens_at, closes_at=event.registration_closes_at, ends_at=event.ends_at
    )
    return found + locked_problems(is_late=event.is_late)


def _check(event: Event, plan: Plan, by: User) -> None:
    stop_on(moment_problems(starts_at=event.starts_at, ends_at=event.ends_at, time_zone=event.time_zone))
    _period, event.is_late = taking_in(Period.objects.filter(project=event.project_id), event.held_on)
    problems = event_problems(event)
    if not by.has_perm("dissemination.write_event", event):
        problems.append(Problem("partner", _("You do not write for this partner."), field="partner"))
    places = {
        event.partner.project_id,
        *(partner.project_id for partner in (*plan.co_organisers, *(plan.shares or ()))),
    }
    if places | {output.project_id for output in plan.results} != {event.project_id}:
        problems.append(Problem("other_project", _("The partner does not belong to this project."), field="partner"))
    problems += share_problems(
        shares=(plan.shares or {}).values(), capacity=[plan.capacity.get(m) for m in event.modes]
    )
    stop_on(problems)


def _hang_on(event: Event, plan: Plan) -> None:
    event.co_organisers.set(partner for partner in plan.co_organisers if partner.pk != event.partner_id)
    event.results.set(plan.results)
    if plan.shares is not None:
        event.shares.all().delete()
        PartnerShare.objects.bulk_create(
            PartnerShare(event=event, partner=partner, seats=kept) for partner, kept in plan.shares.items() if kept
        )
    for mode in event.modes:
        if mode in plan.capacity or not Seats.objects.filter(event=event, mode=mode).exists():
            seats.set_capacity(event=event, mode=mode, capacity=plan.capacity.get(mode))
