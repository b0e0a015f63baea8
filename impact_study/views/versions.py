"""A version of a questionnaire: looked at and edited, published, continued, compared, handed out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from impact_study.models import InstrumentVersion
from impact_study.services.instruments import export_document
from impact_study.services.texts import texts_of
from impact_study.services.version_pages import elsewhere, progress_by_language, structure
from impact_study.services.versions import begin_draft, definition_of, difference_of, problems_of, publish_version
from impact_study.views.framing import FRAMING
from impact_study.views.trails import trail
from network.guards import in_project


@csp_override(FRAMING)
@in_project("impact_study.view_instrumentversion", InstrumentVersion)
def version_detail(request: SignedInRequest, version: InstrumentVersion) -> HttpResponse:
    """The questionnaire as a list of pages and items, with its preview beside it; a draft is edited here."""
    definition, texts = definition_of(version), texts_of(version)
    problems = problems_of(version) if version.is_draft else []
    lines = structure(definition, texts, problems)
    asked = request.GET.get("page", "")
    current = asked if asked in {page.code for page in definition.pages} else definition.pages[0].code
    context: dict[str, Any] = {
        "version": version,
        "instrument": version.instrument,
        "definition": definition,
        "title": texts.get(definition.title, ""),
        "pages": lines,
        "problems": problems,
        "other_problems": elsewhere(problems, lines),
        "is_blocked": any(not problem.warning for problem in problems),
        "progress": progress_by_language(version, definition.text_keys),
        "others": version.instrument.versions.exclude(pk=version.pk).order_by("-number"),
        "current": current,
        "width": "desktop" if request.GET.get("width") == "desktop" else "phone",
        "waves": version.waves.select_related("study__project"),
        **_rights(request, version),
        "trail": trail(request.project, version.instrument, version),
    }
    return render(request, "impact_study/version_detail.html", context)


def _rights(request: SignedInRequest, version: InstrumentVersion) -> dict[str, bool]:
    may = request.user.has_perm
    return {
        "may_change": may("impact_study.change_version", version),
        "may_publish": may("impact_study.publish_version", version),
        "may_continue": may("impact_study.change_instrument", version.instrument) and not version.is_draft,
        "may_translate": may("impact_study.translate_version", version),
    }


@in_project("impact_study.publish_version", InstrumentVersion)
def version_publish(request: SignedInRequest, version: InstrumentVersion) -> HttpResponse:
    """Says first what stands in the way and what publishing means, then does it."""
    definition = definition_of(version)
    problems = problems_of(version)
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        try:
            publish_version(version=version, seen=int(seen) if seen.isdecimal() else 0, by=request.user)
        except ProblemsFound as found:
            problems = list(found.problems)
        else:
            messages.success(request, _("The version is published. It will not change any more."))
            return redirect(version)
    context = {
        "version": version,
        "instrument": version.instrument,
        "questions": definition.questions,
        "problems": problems,
        "is_blocked": any(not problem.warning for problem in problems),
        "progress": progress_by_language(version, definition.text_keys),
        "trail": trail(request.project, version.instrument, version, (_("Publish"), "")),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "impact_study/version_publish.html", context, status=status)


@require_POST
@in_project("impact_study.change_instrument", InstrumentVersion)
def version_draft(request: SignedInRequest, version: InstrumentVersion) -> HttpResponse:
    """Go on editing in a new draft."""
    try:
        draft = begin_draft(version=version, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect(version)
    return redirect(draft)


@in_project("impact_study.view_instrumentversion", InstrumentVersion)
def version_difference(request: SignedInRequest, version: InstrumentVersion) -> HttpResponse:
    """What changed since another version, the one before unless the address names one."""
    versions = version.instrument.versions.exclude(pk=version.pk)
    asked = request.GET.get("with", "")
    other = (
        versions.filter(number=int(asked)).first()
        if asked.isdecimal()
        else versions.filter(number__lt=version.number).order_by("-number").first() or versions.first()
    )
    if asked and other is None:
        raise Http404
    if other is not None and other.number > version.number:
        version, other = other, version
    context = {
        "version": version,
        "other": other,
        "others": versions,
        "changes": difference_of(other, version) if other else [],
        "trail": trail(request.project, version.instrument, version, (_("What changed"), "")),
    }
    return render(request, "impact_study/version_difference.html", context)


@in_project("impact_study.view_instrumentversion", InstrumentVersion)
def version_export(request: SignedInRequest, version: InstrumentVersion) -> HttpResponse:
    """Definition and texts as one JSON file, which the import reads without loss."""
    response = HttpResponse(export_document(version), content_type="application/json")
    name = f"{version.instrument.code}-{version.number}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
