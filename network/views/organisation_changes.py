"""Organisations written down, changed, and related to others."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from network.forms.organisations import OrganisationForm, RelationshipForm
from network.guards import in_project
from network.models import (
    Organisation,
    Project,
    Relationship,
)
from network.services.organisations import add_organisation, change_organisation, end_relationship, relate
from network.views.organisations import trail


@in_project("network.add_organisation")
def organisation_add(request: SignedInRequest, project: Project) -> HttpResponse:
    form = OrganisationForm(request.POST or None, project=project)
    if request.method == "POST" and form.is_valid():
        try:
            organisation = add_organisation(facts=form.facts(), project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("%(name)s is written down.") % {"name": organisation})
            return redirect("network:organisation_detail", project.code, organisation.pk)
    return _form_page(request, form, _("New organisation"))


@in_project("network.change_organisation", Organisation)
def organisation_change(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    project: Project = request.project
    form = OrganisationForm(request.POST or None, instance=organisation, project=project)
    differing = []
    if request.method == "POST" and form.is_valid():
        stored = Organisation.objects.get(pk=organisation.pk)
        try:
            seen = form.cleaned_data["seen"]
            change_organisation(organisation=stored, seen=seen, facts=form.facts(), project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                differing = differences(form, OrganisationForm(instance=stored, project=project))
                renew(form, seen=stored.changed_at.isoformat())
        else:
            messages.success(request, _("Saved."))
            return redirect("network:organisation_detail", project.code, organisation.pk)
    return _form_page(request, form, _("Change the record"), organisation=organisation, differing=differing)


@in_project("network.change_organisation", Organisation)
def relationship_add(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    project: Project = request.project
    form = RelationshipForm(request.POST or None, project=project, source=organisation)
    if request.method == "POST" and form.is_valid():
        try:
            relate(source=organisation, facts=form.cleaned_data, project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("network:organisation_detail", project.code, organisation.pk)
    heading = _("How %(name)s stands to another organisation") % {"name": organisation}
    return _form_page(request, form, heading, organisation=organisation)


@require_POST
@in_project("network.change_organisation", Organisation)
def relationship_remove(request: SignedInRequest, organisation: Organisation, relationship: int) -> HttpResponse:
    own = Relationship.objects.in_project(request.project).filter(Q(source=organisation) | Q(target=organisation))
    end_relationship(relationship=get_object_or_404(own, pk=relationship), by=request.user)
    messages.success(request, _("The relationship is taken off."))
    return redirect("network:organisation_detail", request.project.code, organisation.pk)


def _form_page(
    request: SignedInRequest, form: Any, heading: str, *, organisation: Organisation | None = None,
    differing: list[Any] | None = None,
) -> HttpResponse:  # fmt: skip
    context = {
        "form": form, "heading": heading, "organisation": organisation, "differing": differing or [],
        "trail": trail(request.project, (heading, "")),
    }  # fmt: skip
    return render(request, "network/organisation_form.html", context, status=422 if form.errors else 200)
