"""The directory of organisations: listed, handed out as a sheet, opened, written down, changed, related."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import audit
from core.listing import Listing
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from network.forms.organisations import OrganisationForm, RelationshipForm
from network.guards import in_project
from network.listings.organisations import ORGANISATION_COLUMNS, OrganisationFilter, organisation_rows
from network.models import (
    Contact,
    Merge,
    Organisation,
    Participation,
    Person,
    PossibleDuplicate,
    Project,
    Relationship,
    StakeholderRating,
)
from network.services.organisations import add_organisation, change_organisation, end_relationship, relate
from network.views.segments import segments_of

LISTING = "organisations"


def organisation_listing(request: SignedInRequest, project: Project) -> tuple[OrganisationFilter, Listing]:
    found = OrganisationFilter(request.GET, queryset=organisation_rows(project, request.user), project=project)
    return found, Listing(request, found.qs, ORGANISATION_COLUMNS, sort="name")


@in_project("network.view_organisation")
def organisation_list(request: SignedInRequest, project: Project) -> HttpResponse:
    filters, listing = organisation_listing(request, project)
    context: dict[str, Any] = {
        "filters": filters,
        "listing": listing,
        "list_url": reverse("network:organisation_list", args=[project.code]),
        "segments": segments_of(request, project, LISTING),
        "segment_listing": LISTING,
        "may_add": request.user.has_perm("network.add_organisation", project),
        "may_merge": request.user.has_perm("network.merge_records", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Organisations"), "")],
    }
    return page(request, "network/organisation_list.html", context, partial="results")


@in_project("network.view_organisation")
def organisation_export(request: SignedInRequest, project: Project, kind: str) -> HttpResponse | StreamingHttpResponse:
    if kind not in ("csv", "xlsx"):
        raise Http404
    _filters, listing = organisation_listing(request, project)
    audit.record("network.organisations.exported", target=project, by=request.user, project=project.pk, kind=kind)
    return listing.sheet(kind, name=f"{project.code}-{_('organisations')}")


@in_project("network.view_organisation", Organisation)
def organisation_detail(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    project: Project = request.project
    if organisation.merged_into_id:
        return redirect("network:organisation_detail", project.code, organisation.merged_into_id)
    context = {
        "organisation": organisation,
        "may_change": request.user.has_perm("network.change_organisation", organisation),
        "may_merge": request.user.has_perm("network.merge_records", project),
        "trail": trail(project, (str(organisation), "")),
        **_around(organisation, project, request.user),
    }
    return render(request, "network/organisation_detail.html", context)


def _around(organisation: Organisation, project: Project, user: Any) -> dict[str, Any]:
    """What the page tells beside the record itself; names only of people the reader may know."""
    relationships = Relationship.objects.in_project(project).select_related("source", "target")
    people = Person.objects.visible_to(user).canonical().filter(affiliations__organisation=organisation)
    pairs = PossibleDuplicate.objects.visible_to(user).in_project(project).open()
    records = Participation.objects.visible_to(user).in_project(project).filter(organisation=organisation)
    return {
        "relationships": relationships.filter(Q(source=organisation) | Q(target=organisation)),
        "people": people.distinct()[:100],
        "children": organisation.children.filter(merged_into__isnull=True),
        "partners": organisation.partners.filter(project=project),
        "placements": organisation.hosted_experiences.filter(project=project).count(),
        "records": records.select_related("occasion", "category", "partner__organisation", "project").prefetch_related(
            "proofs"
        )[:200],
        "tags": organisation.tags.filter(project=project),
        "contacts": Contact.objects.visible_to(user)
        .in_project(project)
        .filter(organisation=organisation)
        .select_related("person", "partner__organisation", "owner", "recorded_by")[:50],
        "rating": StakeholderRating.objects.in_project(project).filter(organisation=organisation).first(),
        "merges": Merge.objects.filter(unit="organisation", survivor_id=organisation.pk, undone_at__isnull=True),
        "duplicates": pairs.filter(
            Q(first_organisation=organisation) | Q(second_organisation=organisation)
        ).select_related("first_organisation", "second_organisation"),
    }


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


def trail(project: Project, *more: tuple[str, str]) -> list[tuple[str, str]]:
    directory = (_("Organisations"), reverse("network:organisation_list", args=[project.code]))
    return [(str(project), project.get_absolute_url()), directory, *more]
