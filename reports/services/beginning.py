"""Begin a report: its sections, and a contribution for everybody who writes in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from network.enums import PartnerRole
from network.models import Partner, Period
from reports.enums import ContributionState, ReportState, Writer
from reports.models import Contribution, Report, ReportTemplate, Section, TemplateSection
from reports.services.contributions import move_on


@transaction.atomic
def begin_report(
    *, period: Period, template: ReportTemplate, language: str, due_on: date | None = None, by: User | None
) -> Report:
    """A report on a period with all contributions to do. Raises ProblemsFound."""
    stop_on(beginning_problems(period=period, template=template, language=language))
    report = Report.objects.create(
        project=period.project, period=period, template=template, language=language, due_on=due_on, created_by=by
    )
    partners = list(partners_of(period))
    for outline in template.sections.order_by("order"):
        section = Section.objects.create(report=report, outline=outline)
        Contribution.objects.bulk_create(
            Contribution(section=section, partner=partner, due_on=due_on) for partner in writers_of(outline, partners)
        )
    audit.record("reports.report.begun", target=report, by=by)
    return report


@transaction.atomic
def include_partner(partner: Partner, by: User | None) -> None:
    """A partner that joins a report's period, or learns its days later, gets the texts it is to write."""
    for report in Report.objects.filter(project=partner.project_id).exclude(state=ReportState.APPROVED):
        if partner not in partners_of(report.period):
            continue
        fresh = [text for section in sections_of(report) if (text := newcomer_text(section, partner))]
        for text in fresh:
            text.due_on = report.due_on
            text.save()
        if fresh:
            move_on(fresh[0])
            audit.record("reports.report.partner_included", target=report, by=by, partner=partner.pk, texts=len(fresh))


def sections_of(report: Report) -> Iterable[Section]:
    return report.sections.select_related("outline").prefetch_related("contributions")


def newcomer_text(section: Section, partner: Partner) -> Contribution | None:
    """What the partner has to write here and does not have yet. The coordinator stood in for a missing one partner."""
    if partner not in writers_of(section.outline, [partner]):
        return None
    known = list(section.contributions.all())
    if any(text.partner_id == partner.pk for text in known):
        return None
    if section.outline.writer == Writer.EACH_PARTNER:
        return Contribution(section=section, partner=partner)
    for text in known:
        if text.partner_id is None and text.state == ContributionState.TO_DO:
            text.partner = partner
            return text
    return None


def beginning_problems(*, period: Period, template: ReportTemplate, language: str) -> list[Problem]:
    if template.project_id not in (None, period.project_id):
        return [Problem("other_project", _("This template belongs to another project."), field="template")]
    known = Report.objects.filter(period=period, template__code=template.code, language=language).exists()
    if not known:
        return []
    message = _("There is such a report on this period in this language already.")
    return [Problem("report_exists", message, field="period", remedy=_("Open it, or make a new version of it."))]


def partners_of(period: Period) -> Iterable[Partner]:
    """Partners that belonged to the partnership during the period, associated ones aside."""
    partners = Partner.objects.in_project(period.project).exclude(role=PartnerRole.ASSOCIATED)
    there = partners.exclude(joined_on__gt=period.ends_on).exclude(left_on__lt=period.starts_on)
    return there.select_related("organisation").order_by("number")


def writers_of(outline: TemplateSection, partners: list[Partner]) -> list[Partner | None]:
    """None stands for the coordinator."""
    if outline.writer == Writer.COORDINATOR:
        return [None]
    if outline.writer == Writer.EACH_PARTNER:
        return list(partners)
    if outline.writer == Writer.ONE_PARTNER:
        return [partner for partner in partners if partner.number == outline.partner_number] or [None]
    return []
