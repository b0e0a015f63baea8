"""The due date of a report, and what went to the agency and came back."""

from __future__ import annotations

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.guards import in_project
from reports.forms import PlanForm, PostForm
from reports.models import Report
from reports.services.planning import move_due_date, record_post
from reports.views.builder import trail


@in_project("reports.change_report", Report)
def report_plan(request: SignedInRequest, report: Report) -> HttpResponse:
    form = PlanForm(request.POST or None, initial={"due_on": report.due_on})
    if request.method == "POST" and form.is_valid():
        move_due_date(report=report, by=request.user, **form.cleaned_data)
        return redirect(report)
    return form_page(request, report, form, _("Change the due date"))


@in_project("reports.record_post", Report)
def report_post(request: SignedInRequest, report: Report) -> HttpResponse:
    form = PostForm(request.POST or None, instance=report)
    if request.method == "POST" and form.is_valid():
        try:
            record_post(report=report, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(report)
    return form_page(request, report, form, _("Sent to the agency"))


def form_page(request: SignedInRequest, report: Report, form: BaseForm, title: str) -> HttpResponse:
    context = {"form": form, "report": report, "title": title, "trail": trail(report, (title, ""))}
    return render(request, "reports/report_form.html", context, status=422 if form.errors else 200)
