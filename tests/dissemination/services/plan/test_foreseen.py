from __future__ import annotations

from datetime import date

import pytest

from dissemination.models import Event, GrantedResult
from dissemination.services.plan.foreseen import foreseen_lines
from dissemination.services.plan.overview import held_until, plan_lines
from dissemination.services.plan.tables import by_result
from network.models import Output
from tests.factories import ParticipationFactory, PersonFactory
from tests.factories.dissemination import EventFactory
from tests.factories.plan import ActivityFactory, PlannedActivityFactory, PlannedEventFactory

pytestmark = pytest.mark.django_db
TODAY = date(2031, 1, 1)


def test_heads_of_a_planned_event_held_twice_count_once_beside_what_was_foreseen():
    planned = PlannedEventFactory(local_heads=2, international_heads=1)
    other = PlannedEventFactory(partner=planned.partner)
    events = EventFactory.create_batch(2, partner=planned.partner, planned=planned, state="held")
    ana, bea = PersonFactory.create_batch(2)
    for event, person, country in ((events[0], ana, "ES"), (events[1], ana, "ES"), (events[1], bea, "PT")):
        event.occasion.country = "ES"
        event.occasion.save()
        ParticipationFactory(partner=planned.partner, occasion=event.occasion, person=person, country_then=country)
    ParticipationFactory(partner=planned.partner, occasion=events[0].occasion, state="rejected", country_then="ES")

    project = planned.project
    held = list(held_until(project, TODAY))
    lines = foreseen_lines(project, plan_lines(project, today=TODAY), held)

    assert {line.planned: (line.held, line.heads, line.is_met) for line in lines} == {
        planned: (list(Event.objects.filter(planned=planned)), [(1, 2), (1, 1), (0, 0)], False),
        other: ([], [(0, 0), (0, 0), (0, 0)], False),
    }


def test_plan_by_result_holds_what_is_planned_done_and_presented():
    planned = PlannedActivityFactory()
    project = planned.project
    study, film = (
        Output.objects.create(project=project, kind="study", address=f"/{n}/", title={"en": n}) for n in "ab"
    )
    GrantedResult.objects.create(project=project, output=film)
    planned.result = study
    planned.save()
    done = ActivityFactory(partner=planned.partner, planned=planned)
    loose = ActivityFactory(partner=planned.partner)
    event = EventFactory(partner=planned.partner, state="held")
    event.results.add(study)

    branches = by_result(project, plan_lines(project, today=TODAY), [done, loose], [event])

    told = {
        str(branch.result): ([line.item for line in branch.planned], branch.done, branch.events) for branch in branches
    }
    assert told == {"b": ([], [], []), "a": ([planned], [done], [event]), "None": ([], [loose], [])}
