"""A questionnaire tried as respondents will meet it, page by page; shown in a frame of the editor at any width."""

from __future__ import annotations

from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.csrf import csrf_exempt

from core.requests import SignedInRequest
from impact_study.models import InstrumentVersion
from impact_study.rules.editing import with_item
from impact_study.services.previews import Trial, Uploads, kept, read_state, shown, step, survey_of
from impact_study.services.texts import texts_of
from impact_study.views.framing import FRAMED
from impact_study.views.items import form_of
from network.guards import in_project


def preview_path(version: InstrumentVersion, page: str) -> str:
    """The address without the language that stands before it."""
    address = reverse("impact_study:version_preview", args=[version.project.code, version.pk, page])
    return "/" + address.split("/", 2)[2]


def _language(request: SignedInRequest, version: InstrumentVersion) -> str:
    asked = request.GET.get("in", "")
    return asked if asked in version.languages else version.base_language


# The survey's own form carries no token, and sending it changes nothing: what is tried is carried by the page.
@csrf_exempt
@xframe_options_sameorigin
@csp_override(FRAMED)
@in_project("impact_study.view_instrumentversion", InstrumentVersion)
def version_preview(request: SignedInRequest, version: InstrumentVersion, page: str) -> HttpResponse:
    language, today = _language(request, version), timezone.localdate()
    survey = survey_of(version, language)
    if page not in survey.pages:
        raise Http404
    trial = Trial(page)
    if request.method == "POST":
        trial.answers, trial.missing = read_state(request.POST.get("_state", ""))
        uploads = cast("Uploads", {name: request.FILES.getlist(name) for name in request.FILES})
        after = step(survey.definition, trial, dict(request.POST.lists()), today=today, uploads=uploads)
        if after is None:
            lines, problems = kept(survey, trial, today=today)
            context = {
                "lines": lines,
                "problems": problems,
                "version": version,
                "first": survey.order[0],
                "in": language,
            }
            return render(request, "impact_study/preview_end.html", context)
        trial = after
    path = f"{preview_path(version, trial.page)}?in={language}"
    return HttpResponse(shown(survey, trial, path=path, today=today))


@xframe_options_sameorigin
@csp_override(FRAMED)
@in_project("impact_study.change_version", InstrumentVersion)
def version_item_preview(request: SignedInRequest, version: InstrumentVersion, item: str) -> HttpResponse:
    """An item as it would look if it were saved as it is typed; what is wrong is said instead."""
    form = form_of(version, item, request.POST or None)
    document, texts = version.definition, texts_of(version)
    if request.method == "POST":
        if not form.is_valid():
            return render(request, "impact_study/preview_refused.html", {"form": form}, status=422)
        document = with_item(document, form.part(), page=form.cleaned_data["page"])
        texts = {**texts, **form.written()}
    survey = survey_of(version, version.base_language, document=document, texts=texts)
    page = next(page.code for page in survey.definition.pages if item in {one.code for one in page.items})
    path = preview_path(version, page)
    return HttpResponse(shown(survey, Trial(page), path=path, today=timezone.localdate()))
