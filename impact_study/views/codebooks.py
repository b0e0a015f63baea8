"""The codebook of a study as a page and in print."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import jobs
from core.protected_files import send_protected
from core.requests import SignedInRequest
from impact_study.analysis_jobs import CODEBOOK
from impact_study.forms.exports import CodebookLanguage
from impact_study.models import Study
from impact_study.services import codebook_pages
from impact_study.services.codebook_ddi import ddi_codebook
from impact_study.services.data_packages import ANSWERS
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.view_study", Study)
def codebook(request: SignedInRequest, study: Study) -> HttpResponse:
    """Every question with who is asked, its categories and their protected counts."""
    form = CodebookLanguage(request.GET, languages=study.languages)
    language = form.chosen(translation.get_language())
    context = {
        **codebook_pages.codebook_page(study, language),
        "form": CodebookLanguage(initial={"language": language}, languages=study.languages),
        "trail": trail(request.project, study, (_("Codebook"), "")),
    }
    return render(request, "impact_study/codebook.html", context)


@require_POST
@in_project("impact_study.view_study", Study)
def codebook_print(request: SignedInRequest, study: Study) -> HttpResponse:
    language = CodebookLanguage(request.POST, languages=study.languages).chosen(translation.get_language())
    return redirect(
        jobs.start(
            CODEBOOK, by=request.user, project=request.project, key=f"{study.pk}-{language}", study=study.pk,
            language=language,
        )
    )  # fmt: skip


@in_project("impact_study.view_study", Study)
def codebook_file(request: SignedInRequest, study: Study) -> HttpResponseBase:
    """As it was printed, or as DDI for archives."""
    language = CodebookLanguage(request.GET, languages=study.languages).chosen(translation.get_language())
    if request.GET.get("form") == "ddi":
        book = ddi_codebook(study, data=ANSWERS, language=language)
        head = content_disposition_header(True, f"{study.code}-codebook-{language}.ddi.xml") or ""
        return HttpResponse(book, content_type="application/xml", headers={"Content-Disposition": head})
    name = codebook_pages.codebook_file(study, language)
    if not default_storage.exists(name):
        raise Http404
    return send_protected(name, as_name=f"{study.code}-codebook-{language}.pdf", content_type="application/pdf")
