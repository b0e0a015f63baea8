"""Targets: in force today, and how they came about."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.targets import AmendmentForm
from network.guards import in_project
from network.models import Project, Target
from network.services.targets import amend_target, target_table


@in_project("network.view_board")
def target_list(request: SignedInRequest, project: Project) -> HttpResponse:
    """Partner by category in force today, the sums beside what the grant states, and every version."""
    partners, rows = target_table(project, on=timezone.localdate())
    history = Target.objects.in_project(project).order_by("-valid_from", "category__order", "partner__number")
    context = {
        "partners": partners,
        "rows": rows,
        "history": history.select_related("partner__organisation", "category", "set_by", "amendment"),
        "may_amend": request.user.has_perm("network.change_target", project),
    }
    return page(request, "network/target_list.html", context)


@in_project("network.change_target")
def target_amend(request: SignedInRequest, project: Project) -> HttpResponse:
    first = {name: request.GET.get(name) for name in ("partner", "category")}
    form = AmendmentForm(request.POST or None, request.FILES or None, project=project, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            amend_target(by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The target is amended."))
            return redirect("network:target_list", project.code)
    return page(request, "network/target_amend.html", {"form": form}, status=422 if form.errors else 200)
