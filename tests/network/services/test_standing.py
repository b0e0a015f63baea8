from datetime import date

import pytest

from network.rules.standing import Line
from network.services.board import quota_board
from network.services.evidence import attach_evidence
from network.services.standing import standings
from network.services.tallies import fold_tallies
from network.services.verification import verify_participations
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ParticipationFactory,
    PartnerFactory,
    PersonFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2018, 6, 1)


@pytest.fixture
def project():
    """Two partners; one learner of the first, one whom both credit; the second's target is raised later."""
    project = ProjectFactory()
    first, second = PartnerFactory(project=project, number=1), PartnerFactory(project=project, number=2)
    category = CategoryFactory(project=project, code="students", name={"en": "Students"}, order=1)
    CategoryFactory(project=project, code="others", name={"en": "Others"}, order=2)
    TargetFactory(partner=first, category=category, heads=40, valid_from=date(2017, 9, 1))
    TargetFactory(partner=first, category=category, heads=60, valid_from=date(2018, 3, 1))
    TargetFactory(partner=second, category=category, heads=30, valid_from=date(2017, 9, 1))
    TargetFactory(partner=second, category=category, heads=99, valid_from=date(2019, 1, 1))
    shared = PersonFactory(partners=[first, second])
    records = [
        ParticipationFactory(partner=partner, project=project, category=category, person=person)
        for partner, person in ((first, PersonFactory()), (first, shared), (second, shared))
    ]
    attach_evidence(evidence=[EvidenceFactory(partner=first)], records=records[:2], by=None)
    attach_evidence(evidence=[EvidenceFactory(partner=second)], records=records[2:], by=None)
    verify_participations(records=records, by=UserFactory(is_staff=True))
    return project


def test_lines_of_the_whole_project_are_those_of_the_board(project):
    lines = standings([project], on=TODAY)[project.pk]

    assert lines == (
        Line("students", "Students", "person", reached=2, evidenced=2, target=90),
        Line("others", "Others", "person", reached=0, evidenced=0, target=None),
    )
    assert [line.reached for line in lines] == [row.distinct for row in quota_board(project).rows]


def test_lines_of_some_partners_hold_their_own_heads_and_targets(project):
    second = project.partners.get(number=2)

    lines = standings([project], on=TODAY, seen_by={project.pk: {second.pk}})[project.pk]

    assert [(line.reached, line.target) for line in lines] == [(1, 30), (0, None)]


def test_lines_stay_the_same_when_deltas_are_folded(project):
    before = standings([project], on=TODAY)

    fold_tallies(project)

    assert standings([project], on=TODAY) == before


@pytest.mark.parametrize("projects", [1, 3])
def test_lines_cost_two_statements_whatever_the_number_of_projects(projects, django_assert_num_queries):
    rows = [CategoryFactory().project for _ in range(projects)]
    with django_assert_num_queries(2):
        assert len(standings(rows, on=TODAY)) == projects
