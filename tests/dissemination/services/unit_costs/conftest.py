from datetime import UTC, date, datetime

import pytest

from dissemination.enums import EventKind, EventState
from dissemination.models import GrantedResult
from dissemination.services.unit_costs.rates import put_rates_in_place
from network.enums import EvidenceKind
from network.models import Output, Proof
from tests.factories import (
    EvidenceFactory,
    OccasionFactory,
    OrganisationFactory,
    ParticipationFactory,
    PartnerFactory,
    ProjectFactory,
)
from tests.factories.dissemination import EventFactory

DAY = date(2018, 5, 10)


@pytest.fixture
def partner():
    put_rates_in_place()
    return PartnerFactory(project=ProjectFactory(call_year=2017), organisation__country="PT")


@pytest.fixture
def event(partner):
    occasion = OccasionFactory(project=partner.project, partner=partner, held_on=DAY, country="PT")
    event = EventFactory(
        project=partner.project, partner=partner, kind=EventKind.MULTIPLIER_EVENT, country="PT", occasion=occasion,
        state=EventState.HELD, starts_at=datetime(2018, 5, 10, 9, tzinfo=UTC), ends_at=datetime(2018, 5, 10, 12, tzinfo=UTC),
    )  # fmt: skip
    output = Output.objects.create(project=partner.project, kind="study", title={"en": "Study"}, address="/")
    GrantedResult.objects.create(project=partner.project, output=output)
    event.results.add(output)
    return event


@pytest.fixture
def noted(event):
    """Put somebody on the event's list."""

    def note(*, country="PT", sender="new", kind=EvidenceKind.SIGNED_LIST, **more):
        organisation = OrganisationFactory(country=country) if sender == "new" else sender
        record = ParticipationFactory(
            partner=event.partner, occasion=event.occasion, held_on=DAY, organisation_then=organisation,
            country_then=country, **{"signed": True, **more},
        )  # fmt: skip
        if kind:
            Proof.objects.create(evidence=EvidenceFactory(partner=event.partner, kind=kind), participation=record)
        return record

    return note
