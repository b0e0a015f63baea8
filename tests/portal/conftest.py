"""A project as strangers may meet it: six heads in one category, three in another."""

from __future__ import annotations

import pytest

from network.enums import ExperienceState, PartnerRole
from network.services.evidence import attach_evidence
from network.services.verification import verify_participations
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    OccasionFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnerFactory,
    ProjectFactory,
    TargetFactory,
    UserFactory,
)


def grown_project(code, **fields):
    project = ProjectFactory(code=code, title={"en": f"Project {code}", "es": f"Proyecto {code}"}, **fields)
    partner = PartnerFactory(
        project=project, role=PartnerRole.COORDINATOR, organisation=OrganisationFactory(name=f"School {code}")
    )
    evidence, occasion = EvidenceFactory(partner=partner), OccasionFactory(project=project)
    records = []
    for name, heads in (("Students", 6), ("Directors", 3)):
        category = CategoryFactory(project=project, name={"en": name}, order=heads)
        TargetFactory(partner=partner, category=category, heads=50)
        records += [
            ParticipationFactory(partner=partner, project=project, category=category, occasion=occasion)
            for _ in range(heads)
        ]
    attach_evidence(evidence=[evidence], records=records, by=None)
    verify_participations(records=records, by=UserFactory(is_staff=True))
    ExperienceFactory(
        partner=partner, title=f"Six weeks at sea {code}", state=ExperienceState.PUBLISHED, story_name="Sailor",
        story={"en": "It was wet."},
    )  # fmt: skip
    return project


@pytest.fixture
def grow():
    return grown_project


@pytest.fixture
def project(db):
    return grown_project("oak", summary={"en": "Wood and words."}, aims={"en": "To join."}, call_year=2017)
