"""Records that may be one: the list of pairs, and the page on which a person decides field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import jobs
from core.guards import require
from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.duplicate_jobs import SEARCH
from network.enums import Unit
from network.guards import in_project
from network.models import Merge, Organisation, Person, PossibleDuplicate, Project
from network.services.duplicates import pair_by_hand, settle_as_different
from network.services.merging import ORGANISATION_FIELDS, PERSON_FIELDS, merge_organisations, merge_people
from network.services.unmerging import unmerge


@dataclass(frozen=True)
class Choice:
    """One field of the two records; `of_second` says which value is proposed."""

    name: str
    label: str
    first: str
    second: str
    of_second: bool


@in_project("network.view_project")
def duplicate_list(request: SignedInRequest, project: Project) -> HttpResponse:
    pairs = (
        PossibleDuplicate.objects.visible_to(request.user)
        .in_project(project)
        .open()
        .select_related("first", "second", "first_organisation", "second_organisation")
    )
    context = {
        "may_merge": request.user.has_perm("network.merge_records", project),
        "page": Paginator(pairs, 50).get_page(request.GET.get("page")),
        "trail": [(str(project), project.get_absolute_url()), (_("Possible duplicates"), "")],
    }
    return render(request, "network/duplicate_list.html", context)


@require_POST
@in_project("network.merge_records")
def duplicate_search(request: SignedInRequest, project: Project) -> HttpResponse:
    """One search at a time: a second click shows the first one's progress."""
    try:
        job = jobs.start(SEARCH, by=request.user, project=project, key=str(project.pk), of=project.pk)
    except ProblemsFound as found:
        messages.error(request, str(found.problems[0].message))
        return redirect("network:duplicate_list", project.code)
    return redirect(job)


@require_POST
@in_project("network.merge_records")
def duplicate_compare(request: SignedInRequest, project: Project, unit: str) -> HttpResponse:
    """Two ticked rows of a list side by side."""
    model: Any = {Unit.PERSON: Person, Unit.ORGANISATION: Organisation}.get(Unit(unit))
    keys = [key for key in request.POST.getlist("chosen") if key.isdecimal()]
    chosen = list(model.objects.visible_to(request.user).in_project(project).canonical().filter(pk__in=keys)[:3])
    if len(chosen) != 2:
        messages.error(request, _("Tick exactly two rows to compare them."))
        return redirect(f"network:{unit}_list", project.code)
    pair = pair_by_hand(one=chosen[0], two=chosen[1], project=project)
    return redirect("network:duplicate_decide", project.code, pair.pk)


@in_project("network.view_possibleduplicate", PossibleDuplicate)
def duplicate_decide(request: SignedInRequest, pair: PossibleDuplicate) -> HttpResponse:
    project: Project = request.project
    require("network.merge_records", request, project)
    problems: tuple[Any, ...] = ()
    if request.method == "POST":
        try:
            return _decide(request, pair, project)
        except ProblemsFound as found:
            problems = tuple(found.problems)
    first, second = sides_of(pair)
    context = {
        "pair": pair, "first": first, "second": second, "choices": choices_of(first, second), "problems": problems,
        "trail": [(str(project), project.get_absolute_url()), (_("Compare two records"), "")],
    }  # fmt: skip
    return render(request, "network/duplicate_decide.html", context, status=422 if problems else 200)


def _decide(request: SignedInRequest, pair: PossibleDuplicate, project: Project) -> HttpResponse:
    if request.POST.get("decision") == "different":
        settle_as_different(pair=pair, by=request.user)
        messages.success(request, _("Kept as two. The pair is not shown again."))
        return redirect("network:duplicate_list", project.code)
    first, second = sides_of(pair)
    backwards = request.POST.get("survivor") == "second"
    survivor, other = (second, first) if backwards else (first, second)
    wanted = "first" if backwards else "second"
    take = [name for name in fields_of(first) if request.POST.get(f"field-{name}") == wanted]
    merge: Any = merge_people if pair.unit == Unit.PERSON else merge_organisations
    merge(survivor=survivor, other=other, take=take, project=project, by=request.user)
    messages.success(request, _("They are one record now. It can be undone on its page."))
    return redirect(f"network:{pair.unit}_detail", project.code, survivor.pk)


def sides_of(pair: PossibleDuplicate) -> tuple[Any, Any]:
    if pair.unit == Unit.PERSON:
        return pair.first, pair.second
    return pair.first_organisation, pair.second_organisation


def fields_of(thing: Person | Organisation) -> tuple[str, ...]:
    return PERSON_FIELDS if isinstance(thing, Person) else ORGANISATION_FIELDS


def choices_of(first: Any, second: Any) -> list[Choice]:
    """Only the fields that differ; where the first is empty the second is proposed."""
    found = []
    for name in fields_of(first):
        values = [_in_words(thing, name) for thing in (first, second)]
        if values[0] != values[1]:
            label = str(first._meta.get_field(name).verbose_name)
            found.append(Choice(name, label, values[0], values[1], of_second=not values[0]))
    return found


def _in_words(thing: Any, name: str) -> str:
    shown = getattr(thing, f"get_{name}_display", None)
    value = shown() if shown else getattr(thing, name)
    return "" if value is None else str(value)


@require_POST
@in_project("network.merge_records")
def unmerge_records(request: SignedInRequest, project: Project, merge: int) -> HttpResponse:
    known = Merge.objects.filter(project=project, pk=merge).first()
    if known is None:
        raise Http404
    model: Any = Person if known.unit == Unit.PERSON else Organisation
    if not model.objects.visible_to(request.user).filter(pk=known.survivor_id).exists():
        raise Http404
    try:
        unmerge(merge=known, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, _("The merge is undone: there are two records again."))
    return redirect(f"network:{known.unit}_detail", project.code, known.survivor_id)
