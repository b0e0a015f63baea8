"""People of a project: listed, handed out as a sheet, opened, written down, changed, erased. Openings are logged."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import audit
from core.listing import EMPTY, Listing
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from network.forms.people import ErasureForm, PersonForm
from network.guards import in_project
from network.listings.people import PERSON_COLUMNS, PersonFilter, people_rows
from network.models import Person, Project
from network.services.dossiers import dossier_of
from network.services.erasure import erase_person
from network.services.people import add_person, change_person
from network.views.segments import segments_of

LISTING = "people"


def people_listing(request: SignedInRequest, project: Project) -> tuple[PersonFilter, Listing]:
    found = PersonFilter(request.GET, queryset=people_rows(project, request.user), project=project)
    return found, Listing(request, found.qs, PERSON_COLUMNS, sort="name")


@in_project("network.view_person")
def person_list(request: SignedInRequest, project: Project) -> HttpResponse:
    filters, listing = people_listing(request, project)
    shown = [person.pk for person in listing.page.object_list]
    if shown:
        asked = sorted(name for name, value in request.GET.items() if value not in EMPTY)
        audit.record("network.people.listed", target=project, by=request.user, project=project.pk,
                     shown=len(shown), filters=asked)  # fmt: skip
    context: dict[str, Any] = {
        "filters": filters,
        "listing": listing,
        "list_url": reverse("network:person_list", args=[project.code]),
        "segments": segments_of(request, project, LISTING),
        "segment_listing": LISTING,
        "may_add": request.user.has_perm("network.add_person", project),
        "may_merge": request.user.has_perm("network.merge_records", project),
        "trail": [(str(project), project.get_absolute_url()), (_("People"), "")],
    }
    return page(request, "network/person_list.html", context, partial="results")


@in_project("network.export_names")
def person_export(request: SignedInRequest, project: Project, kind: str) -> HttpResponse | StreamingHttpResponse:
    """The filtered list as a sheet. Minors are left out for everybody but their own partner."""
    if kind not in ("csv", "xlsx"):
        raise Http404
    _filters, listing = people_listing(request, project)
    rows = listing.sorted_rows.fit_to_leave(request.user)
    columns = [column.key for column in listing.shown]
    audit.record("network.people.exported", target=project, by=request.user, project=project.pk,
                 rows=rows.count(), kind=kind, columns=columns)  # fmt: skip
    return listing.sheet(kind, name=f"{project.code}-{_('people')}", rows=rows)


@in_project("network.view_person", Person)
def person_detail(request: SignedInRequest, person: Person) -> HttpResponse:
    project: Project = request.project
    if person.merged_into_id:
        return redirect("network:person_detail", project.code, person.merged_into_id)
    audit.record("network.person.opened", target=person, by=request.user, project=project.pk)
    context: dict[str, Any] = {
        "person": person,
        "dossier": dossier_of(person, project=project, user=request.user),
        "may_change": request.user.has_perm("network.change_person", person) and not person.erased_at,
        "may_erase": request.user.has_perm("network.erase_person", person) and not person.erased_at,
        "trail": trail(project, (person.full_name, "")),
    }
    return render(request, "network/person_detail.html", context)


@in_project("network.add_person")
def person_add(request: SignedInRequest, project: Project) -> HttpResponse:
    form = PersonForm(request.POST or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            person = add_person(facts=form.facts(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("%(name)s is written down.") % {"name": person.full_name})
            return redirect("network:person_detail", project.code, person.pk)
    context = {"form": form, "heading": _("New person"), "trail": trail(project, (_("New person"), ""))}
    return render(request, "network/person_form.html", context, status=422 if form.errors else 200)


@in_project("network.change_person", Person)
def person_change(request: SignedInRequest, person: Person) -> HttpResponse:
    project: Project = request.project
    if person.erased_at or person.merged_into_id:
        raise Http404
    form = PersonForm(request.POST or None, instance=person, project=project, user=request.user)
    differing = []
    if request.method == "POST" and form.is_valid():
        try:
            stored = Person.objects.get(pk=person.pk)
            seen = form.cleaned_data["seen"]
            change_person(person=stored, seen=seen, facts=form.facts(), project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                fresh = PersonForm(instance=stored, project=project, user=request.user)
                differing = differences(form, fresh)
                renew(form, seen=stored.changed_at.isoformat())
        else:
            messages.success(request, _("Saved."))
            return redirect("network:person_detail", project.code, person.pk)
    context = {
        "form": form, "differing": differing, "heading": _("Change the record"), "person": person,
        "trail": trail(project, (_("Change the record"), "")),
    }  # fmt: skip
    return render(request, "network/person_form.html", context, status=422 if form.errors else 200)


@in_project("network.erase_person", Person)
def person_erase(request: SignedInRequest, person: Person) -> HttpResponse:
    project: Project = request.project
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(person=person, reason=form.cleaned_data["reason"], project=project, by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The name and all contact data are gone. The figures stay as they were."))
            return redirect("network:person_list", project.code)
    kept = person.participations.count()
    context = {
        "form": form,
        "person": person,
        "kept": ngettext(
            "%(count)d record stays, without a name, so that figures hold.",
            "%(count)d records stay, without a name, so that figures hold.",
            kept,
        )
        % {"count": kept},
        "trail": trail(project, (_("Erase"), "")),
    }
    return render(request, "network/person_erase.html", context, status=422 if form.errors else 200)


def trail(project: Project, *more: tuple[str, str]) -> list[tuple[str, str]]:
    people = (_("People"), reverse("network:person_list", args=[project.code]))
    return [(str(project), project.get_absolute_url()), people, *more]
