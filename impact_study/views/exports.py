"""Raw answers as files, for a signed purpose."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core import jobs
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from impact_study.forms.exports import ExportForm
from impact_study.models import RawDownload, SentFile, Study
from impact_study.services.downloads import file_of, note_download
from impact_study.services.export_csv import CsvOptions, csv_pieces
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.export_responses", Study)
def export_new(request: SignedInRequest, study: Study) -> HttpResponseBase:
    """CSV comes at once; the other files are made by a worker."""
    form = ExportForm(request.POST or None, languages=study.languages)
    if request.method == "POST" and form.is_valid():
        try:
            return _handed_over(request, study, form)
        except ProblemsFound as found:
            form.add_problems(found.problems)
    context = {
        "study": study,
        "form": form,
        "files": SentFile.objects.visible_to(request.user).filter(wave__study=study).count(),
        "downloads": RawDownload.objects.filter(study=study).select_related("taken_by")[:20],
        "trail": trail(request.project, study, (_("Take answers out"), "")),
    }
    return render(request, "impact_study/export_new.html", context, status=422 if form.errors else 200)


def _handed_over(request: SignedInRequest, study: Study, form: ExportForm) -> HttpResponseBase:
    typed = form.cleaned_data
    download = note_download(study=study, purpose=typed["purpose"], form=typed["form"], by=request.user)
    if download.form == "csv":
        options = CsvOptions(language=typed["language"] if typed["labels"] else "", mark=typed["mark"])
        response = StreamingHttpResponse(csv_pieces(study, options), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{study.code}-answers-{download.pk}.csv"'
        response["Cache-Control"] = "private, no-store"
        return response
    return redirect(
        jobs.start(
            "impact_study.export", by=request.user, project=request.project, download=download.pk,
            language=typed["language"], labels=typed["labels"],
        )
    )  # fmt: skip


@in_project("impact_study.export_responses", RawDownload)
def export_file(request: SignedInRequest, download: RawDownload) -> HttpResponse:
    """Only for whoever signed for it."""
    if download.taken_by_id != request.user.pk or not default_storage.exists(file_of(download)):
        raise Http404
    name = f"{download.study.code}-answers-{download.pk}.{download.form}"
    return send_protected(file_of(download), as_name=name)  # type: ignore[return-value]
