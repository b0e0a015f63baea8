"""Projects: those one works in, and one of them at a glance."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from core.guards import guard, signed_in
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.projects import ChangeProjectForm, PartnerRows, ProjectFileForm, ProjectForm
from network.guards import in_project
from network.models import Membership, Project
from network.services.projects import change_project, create_project, read_project_file
from network.services.targets import target_table


@signed_in
def project_list(request: SignedInRequest) -> HttpResponse:
    """The projects one works in, with one's own roles."""
    own = Membership.objects.in_force(on=timezone.localdate()).filter(user=request.user)
    roles: dict[int, list[str]] = {}
    for membership in own.select_related("partner__organisation"):
        at = f" · {membership.partner}" if membership.partner else ""
        roles.setdefault(membership.project_id, []).append(f"{membership.get_role_display()}{at}")
    projects = [(project, roles.get(project.pk, [])) for project in Project.objects.visible_to(request.user)]
    context = {"projects": projects, "may_add": request.user.has_perm("network.add_project")}
    return page(request, "network/project_list.html", context)


@in_project("network.view_board")
def project_detail(request: SignedInRequest, project: Project) -> HttpResponse:
    """Dates, partners, categories with their targets, periods; what is not known says so."""
    today = timezone.localdate()
    partners, rows = target_table(project, on=today)
    context = {
        "partners": partners,
        "rows": rows,
        "periods": project.periods.all(),
        "may_change": request.user.has_perm("network.change_project", project),
    }
    return page(request, "network/project_detail.html", context)


@guard("network.add_project")
def project_create(request: SignedInRequest) -> HttpResponse:
    """A new project from what is typed; a file does the same in `project_from_file`."""
    form = ProjectForm(request.POST or None)
    rows = PartnerRows(request.POST or None, prefix="partners")
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        try:
            project = create_project({**form.facts(), "partners": _typed_partners(rows)}, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The project is written down. Next: invite the partners."))
            return redirect(project)
    wrong = form.errors or any(rows.errors)
    context = {"form": form, "rows": rows}
    return page(request, "network/project_create.html", context, status=422 if wrong else 200)


def _typed_partners(rows: Any) -> list[dict[str, Any]]:
    typed = [row.cleaned_data for row in rows if row.has_changed()]
    return [{"number": number, **partner} for number, partner in enumerate(typed, start=1)]


@guard("network.add_project")
def project_from_file(request: SignedInRequest) -> HttpResponse:
    """A new project from one YAML or JSON file; everything that is wrong is told at once."""
    form = ProjectFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            project = create_project(read_project_file(given.name, given.read()), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The project is written down. Next: invite the partners."))
            return redirect(project)
    return page(request, "network/project_from_file.html", {"form": form}, status=422 if form.errors else 200)


@in_project("network.change_project")
def project_edit(request: SignedInRequest, project: Project) -> HttpResponse:
    form = ChangeProjectForm(request.POST or None, project=project)
    if request.method == "POST" and form.is_valid():
        try:
            change_project(project=project, by=request.user, facts=form.facts())
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The project is saved."))
            return redirect(project)
    return page(request, "network/project_edit.html", {"form": form}, status=422 if form.errors else 200)
