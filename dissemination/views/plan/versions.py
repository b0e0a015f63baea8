"""Adopted versions of the plan and who accepted them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from core.guards import require
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.plan.versions import AcceptanceForm, AdoptionForm
from dissemination.models import PlanVersion
from dissemination.services.plan.adoption import accept_plan, adopt_plan
from dissemination.services.plan.reading import readable_changes, readable_plan
from dissemination.views.plan.plan import plan_trail
from network.guards import in_project
from network.models import Project


@in_project("dissemination.adopt_plan")
def plan_adopt(request: SignedInRequest, project: Project) -> HttpResponse:
    form = AdoptionForm(request.POST or None, initial={"adopted_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            version = adopt_plan(project=project, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(version)
    last = PlanVersion.objects.in_project(project).first()
    context = {
        "form": form, "last": last, "changes": readable_changes(last, None) if last else [],
        "trail": [*plan_trail(project), (_("Adopt the plan"), "")],
    }  # fmt: skip
    return page(request, "dissemination/plan_adopt.html", context, status=422 if form.errors else 200)


@in_project("dissemination.view_planversion", PlanVersion)
def plan_version(request: SignedInRequest, version: PlanVersion) -> HttpResponse:
    """A version as it was adopted, what it changed, and who accepts it; partners accept here."""
    project = request.project
    if request.method == "POST":
        require("dissemination.accept_plan", request, project)
    may_accept = request.user.has_perm("dissemination.accept_plan", project)
    form = AcceptanceForm(
        request.POST or None, project=project, user=request.user,
        initial={"accepted_on": timezone.localdate(), "name": request.user.name},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            accept_plan(version=version, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(version)
    versions = PlanVersion.objects.in_project(project)
    before = versions.filter(number__lt=version.number).first()
    accepted = {row.partner_id: row for row in version.acceptances.all()}
    partners = project.partners.select_related("organisation")
    context = {
        "version": version, "versions": versions, "parts": readable_plan(version),
        "changes": readable_changes(before, version) if before else [],
        "acceptances": [(partner, accepted.get(partner.pk)) for partner in partners],
        "form": form if may_accept else None,
        "trail": [*plan_trail(version.project), (str(version), "")],
    }  # fmt: skip
    return page(request, "dissemination/plan_version.html", context, status=422 if form.errors else 200)
