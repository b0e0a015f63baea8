"""The reports of a project, and one report as a whole."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from network.models import Project
from reports.forms import ReportForm
from reports.models import Report
from reports.services.beginning import begin_report
from reports.views.builder import builder_of, may, trail


@in_project("reports.view_reports")
def report_list(request: SignedInRequest, project: Project) -> HttpResponse:
    rows = Report.objects.visible_to(request.user).in_project(project).newest()
    context = {
        "project": project,
        "reports": rows.select_related("period", "template", "project"),
        "may": may(request, project, "add_report", "change_templates"),
        "trail": [(str(project), project.get_absolute_url()), (_("Reports"), "")],
    }
    return page(request, "reports/report_list.html", context)


@in_project("reports.add_report")
def report_new(request: SignedInRequest, project: Project) -> HttpResponse:
    form = ReportForm(request.POST or None, project=project)
    if request.method == "POST" and form.is_valid():
        try:
            report = begin_report(by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(report)
    back = reverse("reports:report_list", args=[project.code])
    places = [(str(project), project.get_absolute_url()), (_("Reports"), back), (_("New report"), "")]
    status = 422 if form.errors else 200
    return render(request, "reports/report_new.html", {"form": form, "back": back, "trail": places}, status=status)


@in_project("reports.view_report", Report)
def report_detail(request: SignedInRequest, report: Report) -> HttpResponse:
    context = {
        "report": report,
        "builder": builder_of(report),
        "may": may(request, report, "change_report", "approve_report", "revise_report", "record_post"),
        "newer": Report.objects.filter(follows=report).first(),
        "trail": trail(report),
    }
    return page(request, "reports/report_detail.html", context)
