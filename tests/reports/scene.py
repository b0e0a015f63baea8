"""A small project to report on."""

from __future__ import annotations

from datetime import date

from network.enums import PartnerRole, PeriodState, Unit
from network.services.board import quota_board
from network.services.counting import recount, touched_by
from network.services.snapshots import records_behind, snapshot_figures
from tests.factories import (
    CategoryFactory,
    EvidenceFactory,
    ExperienceFactory,
    OccasionFactory,
    ParticipationFactory,
    PartnerFactory,
    PeriodFactory,
    ProjectFactory,
    TargetFactory,
)


def reported_project():
    """Two partners, two categories with targets; three teachers at the first partner, one shared with the second."""
    project = ProjectFactory(code="invented", call_year=2017, starts_on=date(2017, 9, 1), ends_on=date(2019, 8, 31))
    first = PartnerFactory(project=project, number=1, role=PartnerRole.COORDINATOR, organisation__country="ES")
    second = PartnerFactory(project=project, number=2, organisation__country="RO")
    teachers = CategoryFactory(project=project, code="teachers", name={"en": "Teachers", "es": "Profesorado"}, order=1)
    enterprises = CategoryFactory(
        project=project, code="enterprises", name={"en": "Enterprises", "es": "Empresas"}, order=2,
        unit=Unit.ORGANISATION,
    )  # fmt: skip
    for partner in (first, second):
        TargetFactory(partner=partner, category=teachers, heads=30)
        TargetFactory(partner=partner, category=enterprises, heads=20)
    period = PeriodFactory(project=project, name="Interim")
    occasion = OccasionFactory(project=project, title="Invented workshop", held_on=date(2018, 3, 14))
    sheet = EvidenceFactory(partner=first, given_name="=signed “list” Łódź.pdf")
    records = [
        ParticipationFactory(
            partner=first, category=teachers, occasion=occasion, state="verified", period=period
        )
        for _number in range(3)
    ]  # fmt: skip
    records.append(
        ParticipationFactory(
            partner=second, category=teachers, occasion=occasion, state="verified", period=period,
            person=records[0].person,
        )
    )  # fmt: skip
    for record in records:
        sheet.proofs.create(participation=record)
    ExperienceFactory(partner=first, project=project, provider=first.organisation)
    recount(touched_by(project.participations.all()))
    return project


def take_snapshot(period):
    """As locking does, whatever day it is."""
    figures = snapshot_figures(quota_board(period.project, period=period), period)
    snapshot = period.snapshots.create(
        number=period.snapshots.count() + 1, figures=figures, records=records_behind(period), sha256="a" * 64
    )
    period.state = PeriodState.LOCKED
    period.save()
    return snapshot
