"""The plan of an analysis as a readable page; every change makes its next version."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from impact_study.forms.plans import BlockForm, RemovalForm
from impact_study.models import AnalysisPlan, Study
from impact_study.rules.plan import Plan
from impact_study.rules.result_names import Names
from impact_study.services.codebooks import codebook_of
from impact_study.services.plans import ASKING, newest_plan, plan_of, write_plan
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.view_analysisplan", AnalysisPlan)
def plan_detail(request: SignedInRequest, plan: AnalysisPlan) -> HttpResponse:
    newest = newest_plan(plan.study)
    context = {
        "plan": plan,
        "blocks": blocks_of(plan),
        "versions": AnalysisPlan.objects.filter(study=plan.study).select_related("study__project"),
        "is_newest": newest == plan,
        "needs_reason": plan.study.state not in ASKING,
        "may_change": newest == plan and request.user.has_perm("impact_study.change_plan", plan),
        "trail": trail(request.project, plan.study, (_("Plan of the analysis"), "")),
    }
    return render(request, "impact_study/plan_detail.html", context)


@require_POST
@in_project("impact_study.change_plan", Study)
def plan_begin(request: SignedInRequest, study: Study) -> HttpResponse:
    try:
        plan = plan_of(study=study, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect("impact_study:run_list", request.project.code, study.pk)
    return redirect("impact_study:plan_detail", request.project.code, plan.pk)


@in_project("impact_study.change_plan", AnalysisPlan)
def plan_add_block(request: SignedInRequest, plan: AnalysisPlan) -> HttpResponse:
    form = BlockForm(request.POST or None, book=codebook_of(plan.study))
    if request.method == "POST" and form.is_valid():
        content = {**plan.content, "blocks": [*plan.content["blocks"], form.block()]}
        try:
            written = _write(request, plan, content, form.cleaned_data["reason"])
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("impact_study:plan_detail", request.project.code, written.pk)
    places = trail(request.project, plan.study, (_("Another block"), ""))
    context = {"form": form, "plan": plan, "trail": places}
    return render(request, "impact_study/plan_block.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("impact_study.change_plan", AnalysisPlan)
def plan_remove_block(request: SignedInRequest, plan: AnalysisPlan) -> HttpResponse:
    form = RemovalForm(request.POST)
    if form.is_valid():
        kept = [block for block in plan.content["blocks"] if block["code"] != form.cleaned_data["block"]]
        try:
            plan = _write(request, plan, {**plan.content, "blocks": kept}, form.cleaned_data["reason"])
        except ProblemsFound as found:
            tell(request, found)
    return redirect("impact_study:plan_detail", request.project.code, plan.pk)


def _write(request: SignedInRequest, plan: AnalysisPlan, content: dict[str, Any], reason: str) -> AnalysisPlan:
    return write_plan(study=plan.study, content=content, reason=reason, seen=plan.number, by=request.user)


def blocks_of(plan: AnalysisPlan) -> list[dict[str, Any]]:
    """What each block asks of whom, as a person reads it."""
    names = Names(codebook_of(plan.study))
    return [
        {
            "code": block["code"],
            "title": names.block(block),
            "variables": [names.variable(code) for code in block["variables"]],
            "waves": [names.value("wave", wave) for wave in block["waves"]],
            "by": block["by"],
            "breakdowns": block["breakdowns"],
            "exploratory": block["exploratory"],
        }
        for block in Plan.from_data(plan.content).to_data()["blocks"]
    ]
