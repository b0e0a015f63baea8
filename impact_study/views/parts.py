"""Editing the other parts of a draft: pages, lists of choices, scales, title and languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, renew
from impact_study.forms.parts.base import PartForm
from impact_study.forms.parts.lists import ListForm
from impact_study.forms.parts.pages import PageForm
from impact_study.forms.parts.scales import ScaleForm
from impact_study.forms.parts.settings import SettingsForm
from impact_study.models import InstrumentVersion
from impact_study.rules.editing import (
    Document,
    digest,
    part_of,
    with_meta,
    with_named_part,
    with_page,
    with_page_moved,
    without_named_part,
    without_page,
)
from impact_study.services.editing import rearrange, save_part
from impact_study.services.texts import texts_of
from impact_study.views.items import conditions_of
from impact_study.views.trails import trail
from network.guards import in_project


class Sort(NamedTuple):
    """How one sort of part is typed and put into the document."""

    form: type[PartForm]
    put: Callable[..., Document]
    take: Callable[..., Document] | None
    new: Any


SHELVES = {
    kind: (partial(with_named_part, kind=kind), partial(without_named_part, kind=kind)) for kind in ("list", "scale")
}
SORTS = {
    "page": Sort(PageForm, with_page, without_page, gettext_lazy("New page")),
    "list": Sort(ListForm, *SHELVES["list"], gettext_lazy("New list of choices")),
    "scale": Sort(ScaleForm, *SHELVES["scale"], gettext_lazy("New scale")),
    "meta": Sort(SettingsForm, with_meta, None, gettext_lazy("Title and languages")),
}


def _sort(name: str) -> Sort:
    if name not in SORTS:
        raise Http404
    return SORTS[name]


@in_project("impact_study.change_version", InstrumentVersion)
def version_part_add(request: SignedInRequest, version: InstrumentVersion, sort: str) -> HttpResponse:
    kind = _sort(sort)
    form = kind.form(request.POST or None, document=version.definition, texts=texts_of(version))
    if request.method == "POST" and form.is_valid():
        try:
            _save(version, sort, form, request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(version)
    return _part_page(request, version, form, title=kind.new)


@in_project("impact_study.change_version", InstrumentVersion)
def version_part_edit(request: SignedInRequest, version: InstrumentVersion, sort: str, piece: str) -> HttpResponse:
    form = _form_of(version, sort, piece, request.POST or None)
    differing: Sequence[Any] = ()
    if request.method == "POST" and form.is_valid():
        try:
            _save(version, sort, form, request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if any(problem.code == "conflict" for problem in found.problems):
                stored = InstrumentVersion.objects.get(pk=version.pk)
                differing = differences(form, _form_of(stored, sort, piece))
                renew(form, seen=digest(part_of(stored.definition, sort, piece), texts_of(stored)))
        else:
            messages.success(request, _("Saved."))
            return redirect(version)
    title = SORTS[sort].new if sort == "meta" else piece
    return _part_page(request, version, form, title=title, sort=sort, part=piece, differing=differing)


def _form_of(version: InstrumentVersion, sort: str, part: str, data: Any = None) -> PartForm:
    known = part_of(version.definition, sort, part) if sort in SORTS else None
    if known is None:
        raise Http404
    return SORTS[sort].form(data, document=version.definition, texts=texts_of(version), part=known)


def _save(version: InstrumentVersion, sort: str, form: PartForm, by: Any) -> None:
    part = form.part()

    def change(document: Document) -> Document:
        return SORTS[sort].put(document, **{"meta" if sort == "meta" else "page" if sort == "page" else "part": part})

    save_part(
        version=version, kind=sort, code=form.part_code, seen=form.cleaned_data["seen"], texts=form.written(),
        change=change, by=by,
    )  # fmt: skip


def _part_page(request: SignedInRequest, version: InstrumentVersion, form: PartForm, **context: Any) -> HttpResponse:
    context |= {
        "version": version,
        "form": form,
        "asides": conditions_of(form),
        "trail": trail(request.project, version.instrument, version, (str(context["title"]), "")),
    }
    return render(request, "impact_study/version_part.html", context, status=422 if form.errors else 200)


@require_POST
@in_project("impact_study.change_version", InstrumentVersion)
def version_part_move(request: SignedInRequest, version: InstrumentVersion, piece: str) -> HttpResponse:
    """A page one place up or down."""
    down = request.POST.get("to") == "down"
    try:
        rearrange(version=version, change=partial(with_page_moved, code=piece, down=down), by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(f"{version.get_absolute_url()}#page-{piece}")


@require_POST
@in_project("impact_study.change_version", InstrumentVersion)
def version_part_delete(request: SignedInRequest, version: InstrumentVersion, sort: str, piece: str) -> HttpResponse:
    take = _sort(sort).take
    if take is None:
        raise Http404
    try:
        rearrange(version=version, change=partial(take, code=piece), by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(version)
