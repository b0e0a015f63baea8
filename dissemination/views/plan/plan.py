"""The plan: who does what when, for whom, and what is still owed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.guards import require
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.plan.parts import PART_FORMS
from dissemination.models import Activity, PlanVersion
from dissemination.rules.plan.progress import Progress
from dissemination.services.plan import overview, tables
from dissemination.services.plan.foreseen import foreseen_lines
from dissemination.services.plan.parts import part_problems, save_part
from network.guards import in_project
from network.models import Project

# What each partner does for itself; everything else is coordinated.
OF_PARTNERS = {"activities": "dissemination.change_plannedactivity", "events": "dissemination.change_plannedevent"}


def plan_trail(project: Project) -> list[tuple[str, str]]:
    place = reverse("dissemination:plan", args=[project.code])
    return [(str(project), project.get_absolute_url()), (_("Dissemination plan"), place)]


@in_project("dissemination.view_plan")
def plan(request: SignedInRequest, project: Project) -> HttpResponse:
    """The plan by partner and month, with what is late and what is owed."""
    today = timezone.localdate()
    lines = overview.plan_lines(project, today=today)
    held = list(overview.held_until(project, today).select_related("project", "partner__organisation"))
    partners = list(project.partners.select_related("organisation"))
    context: dict[str, Any] = {
        "timeline": tables.timeline_table(project, lines, partners),
        "counts": [(state, sum(line.progress == state for line in lines)) for state in Progress],
        "late": [line for line in lines if line.progress == Progress.LATE],
        "foreseen": foreseen_lines(project, lines, held),
        "unplanned_events": [event for event in held if not event.planned_id],
        "unplanned": overview.done_not_planned(project)[:20],
        "owed": tables.owed_table(overview.owed_events(project, partners, today=today), partners),
        "version": PlanVersion.objects.in_project(project).first(),
        "may_change": request.user.has_perm("dissemination.change_plan", project),
        "may_add": request.user.has_perm("dissemination.add_activity", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Dissemination plan"), "")],
    }
    return page(request, "dissemination/plan.html", context)


@in_project("dissemination.view_plan")
def plan_groups(request: SignedInRequest, project: Project) -> HttpResponse:
    """The plan by objective and target group, with reach and what each activity still owes."""
    lines = overview.plan_lines(project, today=timezone.localdate())
    done = Activity.objects.in_project(project).select_related("partner__organisation", "group", "channel")
    context = {
        "objectives": tables.by_objective(project, lines, list(done)),
        "reach": overview.reach_of_activities(done),
        "may_change": request.user.has_perm("dissemination.change_plan", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Dissemination plan"), "")],
    }
    return page(request, "dissemination/plan_groups.html", context)


@in_project("dissemination.view_plan")
def plan_results(request: SignedInRequest, project: Project) -> HttpResponse:
    """The plan by the result that it spreads."""
    today = timezone.localdate()
    done = Activity.objects.in_project(project).select_related("partner__organisation", "result", "planned__result")
    held = overview.held_until(project, today).select_related("partner__organisation").prefetch_related("results")
    context = {
        "branches": tables.by_result(project, overview.plan_lines(project, today=today), list(done), list(held)),
        "trail": [(str(project), project.get_absolute_url()), (_("Dissemination plan"), "")],
    }
    return page(request, "dissemination/plan_results.html", context)


@in_project("dissemination.view_plan")
def plan_part(request: SignedInRequest, project: Project, part: str, entry: int | None = None) -> HttpResponse:
    """Add or change one part of the plan."""
    if part not in PART_FORMS:
        raise Http404
    model, form_class = PART_FORMS[part]
    row = get_object_or_404(model.objects.in_project(project), pk=entry) if entry else model(project=project)
    # A new activity has no partner yet: who may write for one asks again in the form's choice of partners.
    by_partner = OF_PARTNERS.get(part)
    permission = by_partner if by_partner and entry else "dissemination.add_activity" if by_partner else None
    require(permission or "dissemination.change_plan", request, row if by_partner and entry else project)
    form = form_class(request.POST or None, project=project, user=request.user, part=row)
    if request.method == "POST" and form.is_valid():
        try:
            save_part(row, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            for warning in part_problems(row):
                messages.warning(request, str(warning.message))
            messages.success(request, _("Saved. The adopted version stays as it is until the plan is adopted anew."))
            return redirect("dissemination:plan", project.code)
    context = {
        "form": form, "row": row, "noun": model._meta.verbose_name,
        "trail": [*plan_trail(project), (str(row) if entry else _("New"), "")],
    }  # fmt: skip
    return page(request, "dissemination/plan_part.html", context, status=422 if form.errors else 200)
