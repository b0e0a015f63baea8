"""The plan arranged for pages and report: by partner and month, by objective and group, owed against held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dissemination.enums import EventKind
from dissemination.models import Activity, Event, GrantedResult, Objective, TargetGroup
from dissemination.rules.plan.duties import DutyStanding
from dissemination.rules.plan.progress import in_month, months_between
from dissemination.services.plan.overview import PlanLine
from network.models import Output, Partner, Project

LONGEST = 60


@dataclass(frozen=True)
class TimelineRow:
    partner: Partner
    months: list[list[PlanLine]]
    undated: list[PlanLine]


@dataclass(frozen=True)
class Timeline:
    months: list[date]
    rows: list[TimelineRow]


def timeline_table(project: Project, lines: Sequence[PlanLine], partners: Iterable[Partner]) -> Timeline:
    """Each item in the month it begins, so that it is told once; months in which nothing begins are left out."""
    months = [month for month in months_of(project, lines) if any(_begins_in(line, month) for line in lines)]
    rows = []
    for partner in partners:
        own = [line for line in lines if line.promise.partner == partner.pk]
        cells = [[line for line in own if _begins_in(line, month)] for month in months]
        rows.append(TimelineRow(partner, cells, [line for line in own if not _day(line)]))
    return Timeline(months, rows)


def months_of(project: Project, lines: Sequence[PlanLine]) -> list[date]:
    """From the first to the last day of project and plan, five years at most."""
    days = [day for line in lines for day in (line.promise.starts_on, line.promise.ends_on) if day]
    days += [day for day in (project.starts_on, project.ends_on) if day]
    return months_between(min(days), max(days))[:LONGEST] if days else []


def _day(line: PlanLine) -> date | None:
    return line.promise.starts_on or line.promise.ends_on


def _begins_in(line: PlanLine, month: date) -> bool:
    day = _day(line)
    return day is not None and in_month(line.promise, month) and (day.year, day.month) == (month.year, month.month)


@dataclass(frozen=True)
class OwedLine:
    kind: str
    partner: Partner | None
    standing: DutyStanding


def owed_table(standings: Iterable[DutyStanding], partners: Iterable[Partner]) -> list[OwedLine]:
    by_key = {partner.pk: partner for partner in partners}
    return [
        OwedLine(
            str(EventKind(line.owed.kind).label), by_key.get(line.partner) if line.partner else None, line
        )
        for line in standings
    ]  # fmt: skip


@dataclass
class GroupBranch:
    group: TargetGroup
    planned: list[PlanLine] = field(default_factory=list)
    done: list[Activity] = field(default_factory=list)


@dataclass
class ObjectiveBranch:
    objective: Objective
    groups: list[GroupBranch] = field(default_factory=list)


@dataclass
class ResultBranch:
    result: Output | None
    planned: list[PlanLine] = field(default_factory=list)
    done: list[Activity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def by_result(
    project: Project, lines: Sequence[PlanLine], done: Sequence[Activity], held: Sequence[Event]
) -> list[ResultBranch]:
    """Result → what is planned for it, what was done, where it was presented; what names no result comes last.

    A result with a budget stands there even if nothing spreads it.
    """
    granted = GrantedResult.objects.in_project(project).select_related("output")
    branches: dict[int | None, ResultBranch] = {row.output_id: ResultBranch(row.output) for row in granted}

    def branch(result: Output | None) -> ResultBranch:
        return branches.setdefault(result.pk if result else None, ResultBranch(result))

    for line in lines:
        if not line.is_event:
            branch(getattr(line.item, "result", None)).planned.append(line)
    for activity in done:
        branch(activity.result or (activity.planned.result if activity.planned else None)).done.append(activity)
    for event in held:
        for result in event.results.all() or [None]:
            branch(result).events.append(event)
    return sorted(branches.values(), key=lambda each: each.result is None)


def by_objective(project: Project, lines: Sequence[PlanLine], done: Sequence[Activity]) -> list[ObjectiveBranch]:
    """Objective → target group → what is planned and what was done for it."""
    branches = {row.pk: ObjectiveBranch(row) for row in Objective.objects.in_project(project)}
    groups = {row.pk: GroupBranch(row) for row in TargetGroup.objects.in_project(project).select_related("category")}
    for branch in groups.values():
        branches[branch.group.objective_id].groups.append(branch)
    for line in lines:
        if group := getattr(line.item, "group_id", None):
            groups[group].planned.append(line)
    for activity in done:
        if activity.group_id:
            groups[activity.group_id].done.append(activity)
    return list(branches.values())
