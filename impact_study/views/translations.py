"""The translation desk of a questionnaire: source and target side by side, a page of texts at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import page, tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.sheets.export import csv_lines
from impact_study.enums import TextState
from impact_study.forms.translations import DeskFilter
from impact_study.models import InstrumentVersion
from impact_study.rules.texts import Standing, progress_of
from impact_study.rules.translation_files import HEADER, csv_rows, po_bytes
from impact_study.services.translation_files import take_in
from impact_study.services.translations import Typed, save_translations, seen_as
from impact_study.services.version_pages import standings
from impact_study.services.versions import definition_of
from impact_study.views.trails import trail
from network.guards import in_project

TEXTS_ON_A_PAGE = 20


def _rows(version: InstrumentVersion, language: str) -> list[Standing]:
    if language not in version.languages or language == version.base_language:
        raise Http404
    return standings(version, language, definition_of(version).text_keys)


@in_project("impact_study.translate_version", InstrumentVersion)
def translation_desk(request: SignedInRequest, version: InstrumentVersion, language: str) -> HttpResponse:
    """Show a page of texts; save what was typed on it. Who saved the same text meanwhile is shown with both."""
    clashes: dict[str, Any] = {}
    if request.method == "POST":
        _rows(version, language)
        saved = save_translations(version=version, language=language, typed=_typed(request), by=request.user)
        if saved.changed:
            messages.success(request, _("Saved."))
        if not saved.clashes:
            return redirect(_after(request, version, language))
        clashes = {clash.key: clash for clash in saved.clashes}
    rows = _rows(version, language)
    form = DeskFilter(request.GET, definition=definition_of(version), rows=rows)
    shown = Paginator(form.narrowed(), TEXTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "version": version,
        "language": language,
        "form": form,
        "page": shown,
        "next": shown.next_page_number() if shown.has_next() else None,
        "progress": progress_of(language, rows),
        "states": [one for one in TextState.choices if one[0] != TextState.MISSING],
        "clashes": clashes,
        "marks": {row.key: seen_as(row.text, row.state) for row in rows},
        "trail": trail(request.project, version.instrument, version, (_("Translation"), "")),
    }
    status = 409 if clashes else 200
    return page(request, "impact_study/translation_desk.html", context, status=status)


def _after(request: SignedInRequest, version: InstrumentVersion, language: str) -> str:
    """The same page of texts, or where that was asked for the one with the text after those that were sent.

    What was saved may have left a list of one state: then the texts behind it have moved forward.
    """
    asked = request.GET.copy()
    if request.POST.get("next", "").isdigit():
        rows = _rows(version, language)
        places = {row.key: place for place, row in enumerate(rows)}
        last = max((places.get(key, -1) for key in request.POST.getlist("key")), default=-1)
        left = DeskFilter(request.GET, definition=definition_of(version), rows=rows).narrowed()
        asked["page"] = str(sum(places[row.key] <= last for row in left) // TEXTS_ON_A_PAGE + 1)
    return f"{request.path}?{asked.urlencode()}" if asked else request.path


def _typed(request: SignedInRequest) -> dict[str, Typed]:
    """Text, state and mark of every key that the page named."""
    post = request.POST
    return {
        key: Typed(post.get(f"text-{key}", ""), _state(post.get(f"state-{key}", "")), post.get(f"seen-{key}", ""))
        for key in post.getlist("key")
    }


def _state(typed: str) -> str:
    return typed if typed in TextState.values else TextState.DRAFT


@in_project("impact_study.translate_version", InstrumentVersion)
def translation_file(
    request: SignedInRequest, version: InstrumentVersion, language: str, kind: str
) -> HttpResponse | StreamingHttpResponse:
    """All texts of a language as a CSV or PO file."""
    rows, name = _rows(version, language), f"{version.instrument.code}-{version.number}-{language}"
    if kind == "po":
        response: Any = HttpResponse(
            po_bytes(rows, language=language, name=name), content_type="text/x-gettext-translation"
        )
    elif kind == "csv":
        response = StreamingHttpResponse(csv_lines(HEADER, csv_rows(rows)), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


@require_POST
@in_project("impact_study.translate_version", InstrumentVersion)
def translation_upload(request: SignedInRequest, version: InstrumentVersion, language: str) -> HttpResponse:
    """Take a file in and say what became of it."""
    rows = _rows(version, language)
    upload = request.FILES.get("file")
    desk = reverse("impact_study:translation_desk", args=[request.project.code, version.pk, language])
    if upload is None:
        messages.error(request, _("Choose a file."))
        return redirect(desk)
    try:
        report = take_in(version=version, language=language, standings=rows, content=upload.read(), by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect(desk)
    context = {
        "report": report,
        "version": version,
        "language": language,
        "trail": trail(request.project, version.instrument, version, (_("Translation"), desk), (_("File"), "")),
    }
    return render(request, "impact_study/translation_report.html", context)
