"""What was foreseen of each planned event beside who came to the events that were held for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dissemination.models import Event, PlannedEvent
from dissemination.rules.unit_costs import Place
from dissemination.services.period_facts import place_of
from dissemination.services.plan.overview import PlanLine
from network.enums import ParticipationState
from network.models import Participation, Project

PLACES = [place.value for place in Place]
NOT_COUNTED = (ParticipationState.REJECTED, ParticipationState.RETURNED)


@dataclass
class ForeseenLine:
    """One planned event: foreseen and counted heads in the order of `PLACES`."""

    planned: PlannedEvent
    foreseen: Sequence[int]
    held: list[Event] = field(default_factory=list)
    came: Counter[str] = field(default_factory=Counter)

    @property
    def heads(self) -> list[tuple[int, int]]:
        return [(self.came[place], number) for place, number in zip(PLACES, self.foreseen, strict=True)]

    @property
    def is_met(self) -> bool:
        return bool(self.held) and self.came.total() >= sum(self.foreseen)


def foreseen_lines(project: Project, lines: Sequence[PlanLine], events: Sequence[Event]) -> list[ForeseenLine]:
    """Each person once per planned event, however many real ones it was held as; in two statements with `events`."""
    found = {
        line.item.pk: ForeseenLine(
            line.item, (line.item.local_heads, line.item.international_heads, line.item.virtual_heads)
        )
        for line in lines
        if isinstance(line.item, PlannedEvent)
    }
    planned = {event.occasion_id: event.planned_id for event in events if event.planned_id in found}
    for event in events:
        if event.planned_id in found:
            found[event.planned_id].held.append(event)
    rows = Participation.objects.in_project(project).filter(occasion__in=planned, person__isnull=False)
    facts = rows.exclude(state__in=NOT_COUNTED).order_by("pk")
    seen: set[tuple[int | None, int | None]] = set()
    for occasion, person, mode, home, held_in in facts.values_list(
        "occasion", "person", "mode", "country_then", "occasion__country"
    ):
        key = (planned[occasion], person)
        if key not in seen:
            seen.add(key)
            found[planned[occasion]].came[place_of(mode, home, held_in)] += 1
    return list(found.values())
