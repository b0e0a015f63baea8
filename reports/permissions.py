"""Who may read, write, return, approve and print."""

from __future__ import annotations

import rules

from network.enums import Role
from network.permissions import WRITERS, belongs, coordinates, holds, holds_in_project, is_staff, sees
from network.scope import Asker
from reports.enums import ContributionState
from reports.models import Comment, Contribution, Report, Section


@rules.predicate
def is_approved(user: Asker, report: Report) -> bool:
    return report is not None and report.is_approved


@rules.predicate
def report_is_open(user: Asker, thing: Contribution | Section | Comment) -> bool:
    section = thing if isinstance(thing, Section) else thing.section
    return not section.report.is_approved


@rules.predicate
def is_open(user: Asker, contribution: Contribution) -> bool:
    return contribution.is_open


@rules.predicate
def is_handed_in(user: Asker, contribution: Contribution) -> bool:
    return contribution.state in (ContributionState.SUBMITTED, ContributionState.ACCEPTED)


@rules.predicate
def is_submitted(user: Asker, contribution: Contribution) -> bool:
    return contribution.state == ContributionState.SUBMITTED


@rules.predicate
def is_of_a_partner(user: Asker, contribution: Contribution) -> bool:
    """Without a partner it is the coordinator's own text."""
    return contribution.partner_id is not None


writes_it = coordinates | (is_of_a_partner & holds(*WRITERS))
speaks = is_staff | holds_in_project(*WRITERS, Role.VERIFIER)
knows_all_names = is_staff | holds_in_project(Role.COORDINATOR, Role.AUDITOR)

for noun in ("report", "section", "contribution", "comment", "reportfile"):
    rules.add_perm(f"reports.view_{noun}", sees)

rules.add_perm("reports.view_reports", belongs)
rules.add_perm("reports.add_report", coordinates)
rules.add_perm("reports.change_templates", coordinates)
rules.add_perm("reports.change_report", coordinates & ~is_approved)
rules.add_perm("reports.approve_report", coordinates & ~is_approved)
rules.add_perm("reports.record_post", coordinates & is_approved)
rules.add_perm("reports.revise_report", coordinates & is_approved)
rules.add_perm("reports.make_files", belongs)
rules.add_perm("reports.make_evidence_archive", knows_all_names)
rules.add_perm("reports.write_contribution", writes_it & is_open & report_is_open)
rules.add_perm("reports.accept_contribution", coordinates & is_submitted & report_is_open)
rules.add_perm("reports.return_contribution", coordinates & is_handed_in & report_is_open)
rules.add_perm("reports.add_comment", speaks & report_is_open)
rules.add_perm("reports.settle_comment", coordinates & report_is_open)
