from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.problems import ProblemsFound
from dissemination.enums import ReachKind, ReachUnit
from dissemination.models import Activity
from dissemination.rules.plan.reach import Reach
from dissemination.services.plan.activities import add_file, read_reach, record_activity
from dissemination.services.plan.overview import done_not_planned, plan_lines, reach_of_activities
from network.enums import EvidenceKind, Role
from tests.factories import PartnerFactory, UserFactory
from tests.factories.plan import ActivityFactory, PlannedActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned():
    return PlannedActivityFactory()


@pytest.fixture
def writer(planned):
    return UserFactory(role=Role.CONTRIBUTOR, project=planned.project, partner=planned.partner)


def recorded(plan, by, **more):
    facts = {"partner": plan.partner, "planned": plan, "title": "Article", "done_on": date(2018, 2, 1), **more}
    return record_activity(Activity(project=plan.project), by=by, **facts)


def test_an_activity_takes_group_and_channel_from_its_plan_and_marks_it_done(planned, writer):
    activity = recorded(planned, writer, links=["https://example.org/a", " https://example.org/a "])

    assert (activity.group, activity.channel, activity.recorded_by) == (planned.group, planned.channel, writer)
    assert [link.url for link in activity.links.all()] == ["https://example.org/a"]
    (line,) = plan_lines(planned.project, today=date(2019, 1, 1))
    assert line.progress == "done"


def test_what_stands_in_no_plan_is_listed_as_done_not_planned(planned, writer):
    recorded(planned, writer)
    extra = recorded(planned, writer, planned=None, title="Radio")

    assert list(done_not_planned(planned.project)) == [extra]


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(planned, writer):
    activity = recorded(planned, writer)
    read_by_both = activity.version
    mine, theirs = Activity.objects.get(), Activity.objects.get()
    record_activity(mine, by=writer, version=read_by_both, title="Mine")

    with pytest.raises(ProblemsFound) as stopped:
        record_activity(theirs, by=writer, version=read_by_both, title="Theirs")

    assert [problem.code for problem in stopped.value.problems] == ["conflict"]
    assert Activity.objects.get().title == "Mine"


def test_another_partners_activity_or_plan_is_refused(planned, writer):
    other = PartnerFactory(project=planned.project)

    with pytest.raises(ProblemsFound) as stopped:
        recorded(planned, writer, partner=other)

    assert [problem.code for problem in stopped.value.problems] == ["planned_foreign", "partner"]


def test_a_later_reading_replaces_an_earlier_one_and_a_corrected_one_is_no_second(planned, writer):
    activity = recorded(planned, writer)
    facts = {"activity": activity, "unit": ReachUnit.VIEWS, "kind": ReachKind.MEASURED, "source": "Site", "by": writer}
    for number, day in ((100, 5), (250, 9), (240, 9)):
        read_reach(number=number, read_on=date(2018, 2, day), **facts)

    assert activity.readings.count() == 2
    assert reach_of_activities([activity]) == [Reach(ReachUnit.VIEWS, ReachKind.MEASURED, 1, 240, 240)]


def test_a_file_becomes_evidence_of_the_activity(planned, writer):
    activity = recorded(planned, writer)

    add_file(
        activity=activity, upload=SimpleUploadedFile("scan.txt", b"Invented clipping"), kind=EvidenceKind.SCREENSHOT,
        by=writer,
    )  # fmt: skip

    assert [(file.given_name, file.partner) for file in activity.files.all()] == [("scan.txt", planned.partner)]


def test_reading_the_plan_takes_the_same_statements_for_one_activity_and_three(django_assert_num_queries):
    first = ActivityFactory()
    for _ in range(2):
        with django_assert_num_queries(1):
            assert [str(row.partner) for row in done_not_planned(first.project)]
        ActivityFactory.create_batch(2, partner=first.partner)
