from __future__ import annotations

import pytest

from network.enums import Role
from reports.enums import ContributionState, FileFormat, ReportState
from reports.models import Comment, Contribution, Report, ReportFile, Section
from tests.factories import PartnerFactory, PeriodFactory, UserFactory
from tests.factories.reports import (
    CommentFactory,
    ContributionFactory,
    ReportFactory,
    ReportFileFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    """A partner whose project has a report; another project has one too."""
    own = PartnerFactory()
    for partner in (own, PartnerFactory()):
        report = ReportFactory(period=PeriodFactory(project=partner.project))
        section = SectionFactory(report=report)
        ContributionFactory(section=section, partner=partner)
        CommentFactory(section=section)
        ReportFileFactory(report=report)
        ReportFileFactory(report=report, format=FileFormat.ZIP)
    return own


def member(role, own):
    return UserFactory(role=role, project=own.project, partner=None if role == Role.COORDINATOR else own)


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("model", [Report, Section, Contribution, Comment, ReportFile])
def test_visible_to_agrees_with_view_permission(own, role, model):
    user = member(role, own)

    listed = set(model.objects.visible_to(user))
    permitted = {row for row in model.objects.all() if user.has_perm(f"reports.view_{model._meta.model_name}", row)}

    assert listed == permitted


@pytest.mark.parametrize("role", list(Role))
def test_evidence_archive_is_for_those_who_know_all_names(own, role):
    formats = set(ReportFile.objects.visible_to(member(role, own)).values_list("format", flat=True))
    knows = role in (Role.COORDINATOR, Role.AUDITOR)
    assert formats == ({"pdf", "zip"} if knows else {"pdf"})


@pytest.mark.parametrize(
    ("role", "permitted"),
    [
        (Role.COORDINATOR, {"own", "neighbour", "coordinator's"}),
        (Role.MANAGER, {"own"}),
        (Role.CONTRIBUTOR, {"own"}),
        (Role.VERIFIER, set()),
        (Role.READER, set()),
        (Role.AUDITOR, set()),
    ],
)
def test_write_contribution_is_for_the_partners_writers(role, permitted):
    own = PartnerFactory()
    section = SectionFactory(report__period=PeriodFactory(project=own.project))
    texts = {
        "own": ContributionFactory(section=section, partner=own),
        "neighbour": ContributionFactory(section=section, partner=PartnerFactory(project=own.project)),
        "coordinator's": ContributionFactory(section=section),
    }
    user = member(role, own)
    assert {name for name, text in texts.items() if user.has_perm("reports.write_contribution", text)} == permitted


@pytest.mark.parametrize("state", list(ContributionState))
def test_write_contribution_ends_when_it_is_handed_in(state):
    own = PartnerFactory()
    section = SectionFactory(report__period=PeriodFactory(project=own.project))
    text = ContributionFactory(section=section, partner=own, state=state, reason="Why?")
    expected = state in (ContributionState.TO_DO, ContributionState.DRAFT, ContributionState.RETURNED)
    assert member(Role.CONTRIBUTOR, own).has_perm("reports.write_contribution", text) == expected


def test_nothing_is_written_in_an_approved_report():
    own = PartnerFactory()
    section = SectionFactory(report__period=PeriodFactory(project=own.project))
    text = ContributionFactory(section=section, partner=own, state=ContributionState.SUBMITTED)
    section.report.state = ReportState.APPROVED
    text.section = section
    coordinator = member(Role.COORDINATOR, own)
    asked = {
        "reports.write_contribution": text,
        "reports.accept_contribution": text,
        "reports.return_contribution": text,
        "reports.add_comment": section,
        "reports.change_report": section.report,
        "reports.approve_report": section.report,
    }
    assert [permission for permission, thing in asked.items() if coordinator.has_perm(permission, thing)] == []
