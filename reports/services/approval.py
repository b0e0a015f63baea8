"""Approve a report, which freezes it, and begin its next version."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from reports.enums import ReportState
from reports.models import Contribution, Report, Section
from reports.rules.packing import content_hash, pack
from reports.services.assembly import compose, document_of
from reports.services.readiness import approval_problems, current_snapshot


@transaction.atomic
def approve_report(*, report: Report, by: User) -> None:
    """Freeze what the report says, on the snapshot it stands on. Raises ProblemsFound."""
    report = Report.objects.select_for_update(of=("self",), no_key=True).get(pk=report.pk)
    stop_on(approval_problems(report, document_of(report)))
    report.snapshot = current_snapshot(report)
    report.state, report.approved_at, report.approved_by = ReportState.APPROVED, timezone.now(), by
    with translation.override(report.language):
        document = compose(report, report.snapshot)
    report.frozen = pack(document)
    report.save()
    audit.record("reports.report.approved", target=report, by=by, content=content_hash(report.frozen))


@transaction.atomic
def revise_report(*, report: Report, change_note: str, by: User) -> Report:
    """A new version with the approved texts to change; the approved one stays as it is. Raises ProblemsFound."""
    report = Report.objects.select_for_update(of=("self",), no_key=True).get(pk=report.pk)
    stop_on(revising_problems(report, change_note))
    revised = Report.objects.create(
        project=report.project, period=report.period, template=report.template, language=report.language,
        number=report.number + 1, follows=report, state=ReportState.REVIEW,
        change_note=change_note.strip(), due_on=report.due_on, created_by=by,
    )  # fmt: skip
    for section in report.sections.all():
        copy = Section.objects.create(report=revised, outline=section.outline)
        Contribution.objects.bulk_create(
            Contribution(
                section=copy, partner=each.partner, state=each.state, text=each.text, due_on=each.due_on,
                written_by=each.written_by, submitted_at=each.submitted_at,
            )
            for each in section.contributions.all()
        )  # fmt: skip
    audit.record("reports.report.revised", target=revised, by=by, follows=report.pk)
    return revised


def revising_problems(report: Report, change_note: str) -> list[Problem]:
    found = []
    if not report.is_approved:
        found.append(Problem("not_approved", _("Only an approved report gets a new version; this one can be changed.")))
    if Report.objects.filter(follows=report).exists():
        found.append(Problem("has_newer", _("There is a newer version already.")))
    if not change_note.strip():
        found.append(Problem("no_note", _("Say what the new version changes."), field="change_note"))
    return found
