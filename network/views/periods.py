"""Reporting periods: open, closing, locked into a snapshot."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.periods import PeriodForm
from network.forms.reasons import ReasonForm
from network.guards import in_project
from network.models import Adjustment, Period, Project
from network.services.periods import (
    approve_adjustment,
    close_period,
    create_period,
    lock_period,
    reopen_period,
    snapshot_difference,
)
from network.services.tallies import heads_by_period


@in_project("network.view_project")
def period_list(request: SignedInRequest, project: Project) -> HttpResponse:
    heads = heads_by_period(project)
    periods = [(period, heads[period.pk]) for period in Period.objects.in_project(project).order_by("starts_on")]
    trail = [(str(project), project.get_absolute_url()), (_("Periods"), "")]
    return render(request, "network/period_list.html", {"periods": periods, "trail": trail})


@in_project("network.change_project")
def period_create(request: SignedInRequest, project: Project) -> HttpResponse:
    form = PeriodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            period = create_period(project=project, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(period)
    status = 422 if form.errors else 200
    return render(request, "network/period_form.html", {"form": form}, status=status)


@in_project("network.view_period", Period)
def period_detail(request: SignedInRequest, period: Period) -> HttpResponse:
    snapshots = list(period.snapshots.select_related("taken_by", "reopened_by"))
    context = {
        "period": period,
        "snapshots": snapshots,
        "difference": snapshot_difference(snapshots[-2], snapshots[-1]) if len(snapshots) > 1 else [],
        "adjustments": Adjustment.objects.filter(Q(period=period) | Q(corrects=period)).select_related(
            "corrects", "period", "partner__organisation", "category", "made_by", "approved_by"
        ),
        "trail": [(str(request.project), request.project.get_absolute_url()), (str(period), "")],
    }
    return render(request, "network/period_detail.html", context)


@require_POST
@in_project("network.lock_period", Period)
def period_close(request: SignedInRequest, period: Period) -> HttpResponse:
    try:
        close_period(period=period, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(period)


@require_POST
@in_project("network.lock_period", Period)
def period_lock(request: SignedInRequest, period: Period) -> HttpResponse:
    try:
        lock_period(period=period, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("The period is locked. Its figures will not change any more."))
    return redirect(period)


@in_project("network.reopen_period", Period)
def period_reopen(request: SignedInRequest, period: Period) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reopen_period(period=period, reason=form.cleaned_data["reason"], by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(period)
    context = {"form": form, "period": period}
    return render(request, "network/period_reopen.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("network.approve_adjustment", Adjustment)
def adjustment_approve(request: SignedInRequest, adjustment: Adjustment) -> HttpResponse:
    try:
        approve_adjustment(adjustment=adjustment, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect("network:period_detail", request.project.code, adjustment.corrects_id)
