"""The directory of organisations: listed, handed out as a sheet, opened."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import audit
from core.listing import Listing
from core.pages import page
from core.requests import SignedInRequest
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


def trail(project: Project, *more: tuple[str, str]) -> list[tuple[str, str]]:
    directory = (_("Organisations"), reverse("network:organisation_list", args=[project.code]))
    return [(str(project), project.get_absolute_url()), directory, *more]
