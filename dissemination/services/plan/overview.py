"""The plan beside what was done: one reading of the database for every view of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dissemination.enums import EventState, ReachKind, ReachUnit
from dissemination.models import Activity, Event, EventDuty, PlannedActivity, PlannedEvent, ReachReading
from dissemination.rules.plan.duties import DutyStanding, Held, Owed, duty_standings
from dissemination.rules.plan.progress import Progress, Promise, progress_of
from dissemination.rules.plan.reach import Reach, Reading, reach_of
from network.enums import ParticipationState
from network.models import Participation, Partner, Project

HELD = (EventState.HELD, EventState.CLOSED)


@dataclass(frozen=True)
class PlanLine:
    """A planned activity or event with where it stands."""

    item: PlannedActivity | PlannedEvent
    promise: Promise
    progress: Progress

    @property
    def is_event(self) -> bool:
        return isinstance(self.item, PlannedEvent)


def plan_lines(project: Project, *, today: date) -> list[PlanLine]:
    """Everything planned, activities and events, by day, with what was done until today."""
    activities = (
        PlannedActivity.objects.in_project(project)
        .select_related("project", "partner__organisation", "group", "channel", "result")
        .annotate(times=Count("activities", filter=Q(activities__done_on__lte=today)))
    )
    lines = [_line(item, item.times, today, given_up=bool(item.withdrawn_reason)) for item in activities]
    events = PlannedEvent.objects.in_project(project).select_related("project", "partner__organisation")
    held = held_until(project, today).filter(planned__isnull=False)
    times: dict[int, int] = dict(held.values_list("planned").annotate(Count("pk")).order_by())
    lines += [_line(item, times.get(item.pk, 0), today) for item in events]
    return sorted(lines, key=lambda line: (line.promise.starts_on or date.max, line.item.pk))


def _line(item: PlannedActivity | PlannedEvent, times: int, today: date, *, given_up: bool = False) -> PlanLine:
    promise = Promise(
        key=item.pk, partner=item.partner_id, starts_on=item.starts_on, ends_on=item.ends_on, times_done=times,
        given_up=given_up,
    )  # fmt: skip
    return PlanLine(item, promise, progress_of(promise, today=today))


def done_not_planned(project: Project) -> QuerySet[Activity]:
    """Activities that stand in no plan and belong to no planned event."""
    rows = Activity.objects.in_project(project).filter(planned__isnull=True, event__planned__isnull=True)
    return rows.select_related("project", "partner__organisation", "group", "channel")


def held_until(project: Project, day: date) -> QuerySet[Event]:
    return Event.objects.in_project(project).filter(state__in=HELD, occasion__held_on__lte=day)


def owed_events(project: Project, partners: Sequence[Partner], *, today: date) -> list[DutyStanding]:
    """What each partner must hold beside what was held until today, with people from abroad where that is asked."""
    duties = [
        Owed(kind=duty.kind, number=duty.number, partner=duty.partner_id, is_international=duty.is_international)
        for duty in EventDuty.objects.in_project(project)
    ]
    foreign = _occasions_with_foreign_heads(project)
    held = [
        Held(partner=partner, kind=kind, has_foreign_heads=occasion in foreign)
        for partner, kind, occasion in held_until(project, today).values_list("partner", "kind", "occasion")
    ]
    return duty_standings(duties, held, partners=[partner.pk for partner in partners])


def _occasions_with_foreign_heads(project: Project) -> set[int]:
    rows = Participation.objects.in_project(project).exclude(
        state__in=[ParticipationState.REJECTED, ParticipationState.RETURNED]
    )
    places = rows.exclude(country_then="").values_list("occasion", "occasion__country", "country_then").distinct()
    return {occasion for occasion, held_in, home in places if held_in and held_in != home}


def reach_of_activities(activities: Iterable[Activity]) -> list[Reach]:
    readings = ReachReading.objects.filter(activity__in=list(activities))
    return reach_of(
        Reading(
            counter=(reading.activity_id, reading.source), unit=ReachUnit(reading.unit), kind=ReachKind(reading.kind),
            number=reading.number, read_on=reading.read_on,
        )
        for reading in readings
    )  # fmt: skip
