"""What waits for somebody in reports. Each source asks the database once, whatever the number of reports."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.labels import in_language
from core.todos import ToDo, register
from network.enums import PeriodState, Role
from network.scope import Asker, scope_of
from reports.enums import ContributionState, ReportState
from reports.models import Comment, Contribution, Report

SHOWN = 10


def coordinated(user: Asker) -> set[int]:
    return {project for project, _partner, role in scope_of(user).roles if role == Role.COORDINATOR}


@register
def texts_to_write(user: Asker) -> Iterator[ToDo]:
    """Contributions of the user's partners, and the coordinator's own; what came back first."""
    roles = (Role.MANAGER, Role.CONTRIBUTOR)
    partners = {partner for _project, partner, role in scope_of(user).roles if partner and role in roles}
    mine = Q(partner__in=partners) | Q(partner__isnull=True, section__report__project__in=coordinated(user))
    rows = Contribution.objects.awaited().filter(mine).order_by("due_on", "section__outline__order")
    related = ("section__outline", "section__report__project", "section__report__period", "partner__organisation")
    for text in rows.select_related(*related)[:SHOWN]:
        returned = text.state == ContributionState.RETURNED
        title = _("Write again: %(text)s") if returned else _("Write: %(text)s")
        yield ToDo(
            title=title % {"text": text},
            url=text.get_absolute_url(),
            due=text.due_on,
            weight=88 if returned else 45,
            note=f"{text.section.report.project} · {text.section.report.period}",
        )


@register
def texts_to_decide(user: Asker) -> Iterator[ToDo]:
    """Texts handed in, for the coordinator."""
    rows = Contribution.objects.filter(section__report__project__in=coordinated(user)).order_by()
    found = rows.filter(state=ContributionState.SUBMITTED).exclude(section__report__state=ReportState.APPROVED)
    places = ("section__report", "section__report__project__code", "section__report__project__title")
    for report, code, title, count in found.values_list(*places).annotate(count=Count("pk")):
        words = ngettext("%(count)d text waits to be accepted", "%(count)d texts wait to be accepted", count)
        url = reverse("reports:report_detail", args=[code, report])
        yield ToDo(title=words % {"count": count}, url=url, weight=60, note=in_language(title))


@register
def reports_to_approve(user: Asker) -> Iterator[ToDo]:
    """Reports of locked periods with every text accepted and every remark settled."""
    remarks = Comment.objects.open().filter(section__report=OuterRef("pk"))
    rows = Report.objects.filter(
        ~Exists(remarks), project__in=coordinated(user), state=ReportState.REVIEW, period__state=PeriodState.LOCKED
    )
    for report in rows.select_related("project", "period", "template"):
        yield ToDo(
            title=_("Approve the report: %(report)s") % {"report": report},
            url=report.get_absolute_url(),
            due=report.period.due_on,
            weight=55,
            note=str(report.project),
        )
