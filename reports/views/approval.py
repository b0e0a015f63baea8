"""Approve a report, begin its next version, and read what changed between versions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from reports.forms import RevisionForm
from reports.models import Report
from reports.services.approval import approve_report, revise_report
from reports.services.versions import difference, versions_of
from reports.views.builder import trail


@require_POST
@in_project("reports.approve_report", Report)
def report_approve(request: SignedInRequest, report: Report) -> HttpResponse:
    try:
        approve_report(report=report, by=request.user)
    except ProblemsFound as found:
        for problem in found.problems:
            if not problem.warning:
                messages.error(request, str(problem.message))
    else:
        messages.success(request, _("The report is approved. It does not change any more."))
    return redirect(report)


@in_project("reports.revise_report", Report)
def report_revise(request: SignedInRequest, report: Report) -> HttpResponse:
    form = RevisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            revised = revise_report(report=report, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(revised)
    context = {"form": form, "report": report, "trail": trail(report, (_("New version"), ""))}
    return render(request, "reports/report_revise.html", context, status=422 if form.errors else 200)


@in_project("reports.view_report", Report)
def report_versions(request: SignedInRequest, report: Report) -> HttpResponse:
    """All versions of the report, and this one beside the one before it."""
    context: dict[str, Any] = {
        "report": report,
        "versions": versions_of(report),
        "difference": difference(report) if report.follows else None,
        "trail": trail(report, (_("Versions"), "")),
    }
    return render(request, "reports/report_versions.html", context)
