"""What dissemination says of a period: plain data that a locked period keeps."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from dissemination.enums import EventState
from dissemination.models import Activity, Event
from dissemination.rules.plan.problems import unanswered
from dissemination.rules.plan.progress import Progress
from dissemination.rules.unit_costs import Place
from dissemination.services.plan.overview import owed_events, plan_lines, reach_of_activities
from network.enums import Mode, ParticipationState
from network.models import Evidence, Participation, Period, Project

HELD = (EventState.HELD, EventState.CLOSED)


def period_facts(project: Project, period: Period) -> dict[str, Any]:
    """Plan against done, activities, events and heads, reach and missing proof, as of the period's last day."""
    lines = plan_lines(project, today=period.ends_on)
    states = Counter(line.progress for line in lines)
    activities = list(
        Activity.objects.in_project(project)
        .filter(done_on__gte=period.starts_on, done_on__lte=period.ends_on)
        .annotate(proofs=Count("files", distinct=True), web=Count("links", distinct=True))
    )
    partners = list(project.partners.select_related("organisation"))
    return {
        "plan": {state.value: states[state] for state in Progress},
        "activities": {
            "done": len(activities),
            "not_planned": sum(activity.planned_id is None for activity in activities),
            "without_proof": sum(not activity.proofs and not activity.web for activity in activities),
            "with_open_duties": sum(bool(unanswered(activity.duties)) for activity in activities),
        },
        "reach": [
            {"unit": line.unit.value, "kind": line.kind.value, "counters": line.counters, "total": line.total}
            for line in reach_of_activities(activities)
        ],
        "owed": [
            {
                "kind": line.owed.kind, "partner": line.partner, "owed": line.owed.number, "held": line.held,
                "is_international": line.owed.is_international,
            }
            for line in owed_events(project, partners, today=period.ends_on)
        ],
        "events": _events(project, period),
    }  # fmt: skip


def _events(project: Project, period: Period) -> list[dict[str, Any]]:
    """Events held in the period with their heads: each person once per event, by where they were sent from."""
    held = Event.objects.in_project(project).filter(
        state__in=HELD, occasion__held_on__gte=period.starts_on, occasion__held_on__lte=period.ends_on
    )
    events = list(held.select_related("partner", "occasion").order_by("occasion__held_on", "pk"))
    heads = _heads([event.occasion_id for event in events if event.occasion_id])
    return [
        {
            "title": event.title, "kind": event.kind, "partner": event.partner.number, "country": event.country,
            "held_on": event.held_on.isoformat(), **heads.get(event.occasion_id or 0, _nobody()),
        }
        for event in events
    ]  # fmt: skip


def _nobody() -> dict[str, int]:
    return {**dict.fromkeys((place.value for place in Place), 0), "unknown": 0, "without_proof": 0}


def _heads(occasions: list[int]) -> dict[int, dict[str, int]]:
    records = Participation.objects.filter(occasion__in=occasions, person__isnull=False).exclude(
        state=ParticipationState.REJECTED
    )
    sound = Q(evidence__in=Evidence.objects.sound())
    rows: Any = (
        records.order_by()
        .values("occasion", "occasion__country", "person", "mode", "country_then")
        .annotate(sound=Count("evidence", filter=sound))
    )
    found: dict[int, dict[str, int]] = {}
    for row in {(row["occasion"], row["person"]): row for row in rows}.values():
        counts = found.setdefault(row["occasion"], _nobody())
        counts[place_of(row["mode"], row["country_then"], row["occasion__country"])] += 1
        counts["without_proof"] += not row["sound"]
    return found


def place_of(mode: str, country: str, held_in: str) -> str:
    if mode == Mode.VIRTUAL:
        return Place.VIRTUAL.value
    if not country:
        return "unknown"
    return (Place.LOCAL if country == held_in else Place.INTERNATIONAL).value
