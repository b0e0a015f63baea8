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
def another_event(partner):
    """A multiplier event of the partner that presents the project's granted result."""
    output = Output.objects.create(project=partner.project, kind="study", title={"en": "Study"}, address="/")
    GrantedResult.objects.create(project=partner.project, output=output)

    def make():
        occasion = OccasionFactory(project=partner.project, partner=partner, held_on=DAY, country="PT")
        event = EventFactory(
            project=partner.project, partner=partner, kind=EventKind.MULTIPLIER_EVENT, country="PT",
            occasion=occasion, state=EventState.HELD,
            starts_at=datetime(2018, 5, 10, 9, tzinfo=UTC), ends_at=datetime(2018, 5, 10, 12, tzinfo=UTC),
        )  # fmt: skip
        event.results.add(output)
        return event

    return make


@pytest.fixture
def event(another_event):
    return another_event()


@pytest.fixture
def noted(event):
    """Put somebody on an event's list."""

    def note(*, at=event, country="PT", sender="new", kind=EvidenceKind.SIGNED_LIST, **more):
        organisation = OrganisationFactory(country=country) if sender == "new" else sender
        record = ParticipationFactory(
            partner=at.partner, occasion=at.occasion, held_on=DAY, organisation_then=organisation,
            country_then=country, **{"signed": True, **more},
        )  # fmt: skip
        if kind:
            Proof.objects.create(evidence=EvidenceFactory(partner=at.partner, kind=kind), participation=record)
        return record

    return note
