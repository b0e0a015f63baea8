"""Editing the items of a draft: a new one, changing one, moving it up and down, deleting it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import Problem, ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, renew
from impact_study.forms.items import FORMS, ItemForm
from impact_study.models import InstrumentVersion
from impact_study.rules.editing import digest, part_of, with_item, with_item_moved, without_item
from impact_study.services.editing import rearrange, save_part
from impact_study.services.texts import texts_of
from impact_study.views.framing import FRAMING
from impact_study.views.trails import trail
from network.guards import in_project


def at_item(version: InstrumentVersion, code: str, *, page: str = "") -> str:
    """The address of the editor with an item in sight."""
    address = reverse("impact_study:version_detail", args=[version.project.code, version.pk])
    return f"{address}{f'?page={page}' if page else ''}#item-{code}"


@in_project("impact_study.change_version", InstrumentVersion)
def version_item_add(request: SignedInRequest, version: InstrumentVersion, kind: str) -> HttpResponse:
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](
        request.POST or None, document=version.definition, texts=texts_of(version), page=request.GET.get("page", "")
    )
    if request.method == "POST" and form.is_valid():
        try:
            _save(version, form, request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(at_item(version, form.item_code, page=form.cleaned_data["page"]))
    return item_page(request, version, form, title=_("New item"))


@csp_override(FRAMING)
@in_project("impact_study.change_version", InstrumentVersion)
def version_item_edit(request: SignedInRequest, version: InstrumentVersion, item: str) -> HttpResponse:
    form = form_of(version, item, request.POST or None)
    differing: Sequence[Any] = ()
    if request.method == "POST" and form.is_valid():
        try:
            _save(version, form, request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            differing = _both(form, version, item, found.problems)
        else:
            messages.success(request, _("Saved."))
            return redirect(at_item(version, item, page=form.cleaned_data["page"]))
    return item_page(request, version, form, title=item, item=item, differing=differing)


def form_of(version: InstrumentVersion, item: str, data: Any = None) -> ItemForm:
    """The form of an item as it is stored now; 404 for one that is not there."""
    part = part_of(version.definition, "item", item)
    if part is None:
        raise Http404
    return FORMS[part["kind"]](data, document=version.definition, texts=texts_of(version), item=part)


def _save(version: InstrumentVersion, form: ItemForm, by: Any) -> None:
    save_part(
        version=version, kind="item", code=form.item_code, seen=form.cleaned_data["seen"], texts=form.written(),
        change=partial(with_item, item=form.part(), page=form.cleaned_data["page"]), by=by,
    )  # fmt: skip


def _both(form: ItemForm, version: InstrumentVersion, item: str, problems: Sequence[Problem]) -> Sequence[Any]:
    """After a conflict: what stands now beside what was typed, and the form ready to be saved knowingly."""
    if not any(problem.code == "conflict" for problem in problems):
        return ()
    stored = InstrumentVersion.objects.get(pk=version.pk)
    renew(form, seen=digest(part_of(stored.definition, "item", item), texts_of(stored)))
    return differences(form, form_of(stored, item))


def item_page(request: SignedInRequest, version: InstrumentVersion, form: ItemForm, **context: Any) -> HttpResponse:
    context |= {
        "version": version,
        "form": form,
        "asides": conditions_of(form),
        "trail": trail(request.project, version.instrument, version, (context["title"], "")),
    }
    return render(request, "impact_study/version_item.html", context, status=422 if form.errors else 200)


def conditions_of(form: Any) -> list[dict[str, Any]]:
    """The conditions of a form with their headings, as the template shows them."""
    named = [("shown_when", _("Shown only when")), ("accepted_when", _("Accepted only when"))]
    found = [(title, getattr(form, name)) for name, title in named if hasattr(form, name)]
    return [
        {
            "title": title, "join": form[f"{fields.name}_join"], "lines": fields.lines(form),
            "tree": form[f"{fields.name}_tree"],
            "message": form["constraint_message"] if fields.name == "constraint" else "",
            "in_use": bool(fields.initial or fields.tree or form.errors),
        }
        for title, fields in found
    ]  # fmt: skip


@require_POST
@in_project("impact_study.change_version", InstrumentVersion)
def version_item_move(request: SignedInRequest, version: InstrumentVersion, item: str) -> HttpResponse:
    down = request.POST.get("to") == "down"
    return _rearranged(request, version, partial(with_item_moved, code=item, down=down), at_item(version, item))


@require_POST
@in_project("impact_study.change_version", InstrumentVersion)
def version_item_delete(request: SignedInRequest, version: InstrumentVersion, item: str) -> HttpResponse:
    return _rearranged(request, version, partial(without_item, code=item), version.get_absolute_url())


def _rearranged(request: SignedInRequest, version: InstrumentVersion, change: Any, then: str) -> HttpResponse:
    try:
        rearrange(version=version, change=change, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    return redirect(then)
