from datetime import date

import pytest

from dissemination.chapters import build
from dissemination.enums import EventKind, EventState, ReachKind, ReachUnit
from dissemination.models import PlannedActivity, ReachReading
from network.reporting import facts_of_apps
from tests.factories import OccasionFactory, OrganisationFactory, ParticipationFactory, PartnerFactory, PeriodFactory
from tests.factories.dissemination import EventFactory
from tests.factories.plan import ActivityFactory, PlannedActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return PeriodFactory(starts_on=date(2018, 1, 1), ends_on=date(2018, 12, 31))


@pytest.fixture
def partner(period):
    return PartnerFactory(project=period.project)


def rows(content, title):
    return [tuple(row) for table in content.tables if table.title == title for row in table.rows]


def test_the_chapter_tells_plan_events_heads_and_reach(period, partner):
    PlannedActivityFactory(partner=partner, ends_on=date(2018, 3, 31))
    done = ActivityFactory(partner=partner, done_on=date(2018, 6, 1))
    ActivityFactory(partner=partner, planned=PlannedActivity.objects.get(), done_on=date(2019, 2, 1))
    ReachReading.objects.create(
        activity=done, unit=ReachUnit.VIEWS, kind=ReachKind.MEASURED, number=40, read_on=date(2018, 7, 1), source="Site"
    )
    occasion = OccasionFactory(project=period.project, held_on=date(2018, 5, 10), country="PT")
    EventFactory(partner=partner, kind=EventKind.WORKSHOP, state=EventState.HELD, occasion=occasion, country="PT",
                 starts_at="2018-05-10T09:00Z", ends_at="2018-05-10T12:00Z").refresh_from_db()  # fmt: skip
    for country in ("PT", "ES", ""):
        ParticipationFactory(
            partner=partner, occasion=occasion, held_on=occasion.held_on, country_then=country,
            organisation_then=OrganisationFactory(),
        )  # fmt: skip

    content = build(period.project, period, None)

    assert [(figure.label, figure.value) for figure in content.figures] == [
        ("Activities done", 1), ("Events held", 1), ("Heads at events", 3),
    ]  # fmt: skip
    assert rows(content, "Events held and their heads")[0][5:] == (1, 1, 0, 1, 3)
    assert ("Planned, not done", 1) in rows(content, "The plan at the end of the period")
    assert rows(content, "Reach of the activities") == [("Views", "Measured", 1, 40)]
    assert "1 activities without file or link" in content.notes[0]


def test_a_locked_period_tells_what_it_kept_whatever_happens_afterwards(period, partner):
    kept = {"apps": facts_of_apps(period.project, period)}
    period.state = "locked"
    ActivityFactory(partner=partner, done_on=date(2018, 6, 1))

    assert build(period.project, period, kept).figures[0].value == 0


def test_a_period_locked_before_says_that_nothing_was_kept(period):
    period.state = "locked"

    assert build(period.project, period, {"apps": {}}).notes == [
        "The period was locked before dissemination was kept in snapshots."
    ]
