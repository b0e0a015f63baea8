from __future__ import annotations

from datetime import date

import pytest

from network.enums import Role
from reports.enums import ContributionState
from reports.models import Contribution
from reports.todos import reports_to_approve, texts_to_decide, texts_to_write
from tests.factories import UserFactory
from tests.reports.scene import take_snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(report):
    return UserFactory(role=Role.COORDINATOR, project=report.project)


def test_writer_is_told_of_own_texts_by_day(report):
    first = report.project.partners.get(number=1)
    Contribution.objects.filter(partner=first).update(due_on=date(2018, 9, 16))
    told = list(texts_to_write(UserFactory(role=Role.CONTRIBUTOR, partner=first)))
    name = str(first)
    assert [(str(todo.title), todo.due) for todo in told] == [
        (f"Write: Activities of the partners · {name}", date(2018, 9, 16)),
        (f"Write: Difficulties and how they were met · {name}", date(2018, 9, 16)),
    ]


@pytest.mark.parametrize("role", [Role.READER, Role.VERIFIER, Role.AUDITOR])
def test_who_does_not_write_is_told_of_nothing(report, role):
    user = UserFactory(role=role, project=report.project, partner=report.project.partners.first())
    assert [*texts_to_write(user), *texts_to_decide(user), *reports_to_approve(user)] == []


def test_coordinator_is_told_of_own_texts_and_of_texts_to_accept(report, coordinator):
    Contribution.objects.filter(partner__number=1).update(state=ContributionState.SUBMITTED)
    assert [str(todo.title) for todo in texts_to_write(coordinator)] == ["Write: Summary", "Write: Implementation"]
    assert [str(todo.title) for todo in texts_to_decide(coordinator)] == ["2 texts wait to be accepted"]


def test_coordinator_is_told_of_a_report_ready_for_approval(report, coordinator):
    assert list(reports_to_approve(coordinator)) == []
    take_snapshot(report.period)
    report.state = "review"
    report.save()
    assert [todo.url for todo in reports_to_approve(coordinator)] == [report.get_absolute_url()]


@pytest.mark.parametrize("source", [texts_to_write, texts_to_decide, reports_to_approve])
def test_source_asks_the_database_once(report, coordinator, source, django_assert_num_queries):
    list(source(coordinator))
    with django_assert_num_queries(1):
        list(source(coordinator))
