"""Saved lists: a filter with a name. It stays live, because it keeps the question and not the rows."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.requests import SignedInRequest
from network.guards import in_project
from network.models import Project, Segment

LISTS = {
    "people": "network:person_list",
    "organisations": "network:organisation_list",
    "experiences": "network:experience_list",
}


def segments_of(request: SignedInRequest, project: Project, listing: str) -> QuerySet[Segment]:
    """The reader's own saved filters of one list."""
    return Segment.objects.filter(project=project, owner=request.user, listing=listing)


@require_POST
@in_project("network.add_segment")
def segment_add(request: SignedInRequest, project: Project) -> HttpResponse:
    """Keep a filter under a name; the same name again keeps the newer one."""
    listing, name = request.POST.get("listing", ""), " ".join(request.POST.get("name", "").split())[:80]
    query = request.POST.get("query", "")[:1000]
    if listing not in LISTS:
        raise Http404
    if name:
        Segment.objects.update_or_create(
            project=project, owner=request.user, listing=listing, name=name, defaults={"query": query}
        )
        messages.success(request, _("The filter is kept as “%(name)s”.") % {"name": name})
    return redirect(f"{reverse(LISTS[listing], args=[project.code])}?{query}")


@require_POST
@in_project("network.view_segment", Segment)
def segment_remove(request: SignedInRequest, segment: Segment) -> HttpResponse:
    if segment.owner_id != request.user.pk:
        raise Http404
    segment.delete()
    return redirect(LISTS[segment.listing], request.project.code)
