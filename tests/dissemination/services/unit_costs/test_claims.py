from datetime import date
from decimal import Decimal

import pytest

from dissemination.rules.unit_costs import Reason
from dissemination.services.unit_costs.awards import set_award
from dissemination.services.unit_costs.claims import claim_for_event, claim_for_project
from dissemination.services.unit_costs.rates import put_rates_in_place, rates_of
from network.enums import EvidenceKind, Mode, PartnerRole
from network.models import Affiliation, Output
from tests.factories import (
    OrganisationFactory,
    PartnerFactory,
    PersonFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def verdicts_of(event):
    _rules, rates = rates_of(event.project)
    return {record.pk: (verdict.amount, verdict.reasons) for record, verdict in claim_for_event(event, rates).lines}


def test_heads_are_read_from_the_records_and_say_what_keeps_them_from_being_paid(event, partner, noted):
    school = OrganisationFactory(parent=partner.organisation, country="PT")
    associated = PartnerFactory(project=partner.project, role=PartnerRole.ASSOCIATED)
    expected = {
        noted().pk: (Decimal(100), ()),
        noted(country="ES").pk: (Decimal(200), ()),
        noted(kind=None).pk: (Decimal(0), (Reason.NO_SIGNATURE,)),
        noted(signed=False).pk: (Decimal(0), (Reason.NO_SIGNATURE,)),
        noted(sender=partner.organisation).pk: (Decimal(0), (Reason.OWN_ORGANISATION,)),
        noted(sender=school).pk: (Decimal(0), (Reason.OWN_ORGANISATION,)),
        noted(sender=associated.organisation).pk: (Decimal(100), ()),
        noted(sender=None, country="").pk: (Decimal(0), (Reason.NO_ORGANISATION,)),
        noted(mode=Mode.VIRTUAL, kind=EvidenceKind.DECLARATION).pk: (Decimal(0), (Reason.NO_VIRTUAL_RATE,)),
    }

    assert verdicts_of(event) == expected


def test_a_partner_that_left_before_the_day_is_no_own_organisation(event, partner, noted):
    left = PartnerFactory(project=partner.project, left_on=date(2018, 1, 1), organisation__country="PT")

    record = noted(sender=left.organisation)

    assert verdicts_of(event)[record.pk] == (Decimal(100), ())


def test_a_partners_teacher_who_signs_for_somebody_else_is_flagged_and_paid_until_somebody_looks(event, partner, noted):
    person = PersonFactory(partners=[partner])
    Affiliation.objects.create(person=person, organisation=partner.organisation, starts_on=date(2015, 1, 1))
    record = noted(person=person)
    _rules, rates = rates_of(event.project)

    lines = claim_for_event(event, rates).lines

    found = [(listed.pk, verdict.head.calls_self_private, verdict.amount) for listed, verdict in lines]
    assert found == [(record.pk, True, Decimal(100))]


def test_the_claim_of_a_project_adds_events_and_names_the_award(event, noted):
    noted()
    noted(country="RO")
    results = Output.objects.filter(granted__project=event.project)
    set_award(project=event.project, amount=Decimal(200), results=results, by=UserFactory(is_staff=True))

    claim = claim_for_project(event.project)

    assert (claim.claim.calculated, claim.claim.payable, claim.claim.awarded) == (300, 300, 200)
    assert claim.shares == [(event.partner, Decimal(300), Decimal(300))]


@pytest.mark.parametrize(("year", "has_rates"), [(2017, True), (2021, True), (2023, False), (None, False)])
def test_projects_with_lump_sums_or_an_unknown_call_have_no_unit_costs(year, has_rates):
    put_rates_in_place()

    assert (rates_of(ProjectFactory(call_year=year))[1] is not None) == has_rates


def test_each_event_of_a_project_counts_its_own_list_and_its_own_hosts(event, another_event, partner, noted):
    associated = PartnerFactory(project=partner.project, role=PartnerRole.ASSOCIATED)
    hosted = another_event()
    hosted.co_organisers.add(associated)
    noted()
    noted(sender=associated.organisation)
    noted(at=hosted, sender=associated.organisation)

    claims = claim_for_project(event.project).events

    assert {each.event: each.amount.calculated for each in claims} == {event: Decimal(200), hosted: Decimal(0)}


def test_reading_a_project_takes_the_same_statements_for_one_event_and_three(
    event, another_event, noted, django_assert_num_queries
):
    noted()
    for _ in range(2):
        with django_assert_num_queries(11):
            claim_for_project(event.project)
        for _ in range(2):
            noted(at=another_event(), country="ES")


def test_reading_an_event_takes_the_same_statements_for_one_head_and_three(event, noted, django_assert_num_queries):
    _rules, rates = rates_of(event.project)
    noted()
    for _ in range(2):
        with django_assert_num_queries(7):
            claim_for_event(event, rates)
        noted()
        noted(country="ES")
