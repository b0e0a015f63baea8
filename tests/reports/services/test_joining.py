from __future__ import annotations

from datetime import date

import pytest

from network.services.partners import add_partner, change_partner
from reports.enums import ContributionState, ReportState, Writer
from reports.models import Contribution
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def join(project, number=3, **facts):
    return add_partner(
        project=project, organisation=OrganisationFactory(), by=None, number=number, role="partner", **facts
    )


def texts_of(partner):
    rows = Contribution.objects.filter(partner=partner).order_by("section__outline__order")
    return list(rows.values_list("section__outline__code", "state"))


def test_a_partner_that_joins_gets_its_texts_once_and_the_report_waits_for_them(report, project):
    Contribution.objects.update(state=ContributionState.ACCEPTED, text="Done.")
    report.state = ReportState.REVIEW
    report.save()
    partner = join(project)
    change_partner(
        partner=partner, by=None, number=4, role="partner", joined_on=None, left_on=None, follows=None,
        budget_share=None,
    )  # fmt: skip
    report.refresh_from_db()
    assert (texts_of(partner), report.state) == (
        [("partner-activities", "to_do"), ("partner-difficulties", "to_do")],
        ReportState.COLLECTING,
    )


def test_a_partner_that_joins_after_the_period_has_nothing_to_write(report, project):
    assert texts_of(join(project, joined_on=date(2030, 1, 1))) == []


def test_a_partner_whose_first_day_was_wrong_gets_its_texts_when_it_is_put_right(report, project):
    partner = join(project, joined_on=date(2030, 1, 1))
    change_partner(
        partner=partner, by=None, number=3, role="partner", joined_on=report.period.starts_on, left_on=None,
        follows=None, budget_share=None,
    )  # fmt: skip
    assert len(texts_of(partner)) == 2


def test_the_one_partner_of_a_section_takes_over_what_nobody_has_begun(report, project):
    section = report.sections.get(outline__code="summary")
    section.outline.writer, section.outline.partner_number = Writer.ONE_PARTNER, 3
    section.outline.save()
    partner = join(project)
    assert list(section.contributions.values_list("partner", flat=True)) == [partner.pk]
