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
from reports.enums import Writer
from reports.models import Contribution, Report, ReportTemplate, Section, TemplateSection


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


def beginning_problems(*, period: Period, template: ReportTemplate, language: str) -> list[Problem]:
    known = Report.objects.filter(period=period, template=template, language=language).exists()
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
