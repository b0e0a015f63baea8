"""Files that respondents sent: for whoever may take single answers out, and every opening is written down."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from core import audit
from core.protected_files import send_protected
from core.requests import SignedInRequest
from impact_study.models import SentFile, Study
from impact_study.views.trails import trail
from network.guards import in_project


@in_project("impact_study.export_responses", Study)
def sent_file_list(request: SignedInRequest, study: Study) -> HttpResponse:
    """In the order of their random ids: nothing tells who came first."""
    files = SentFile.objects.visible_to(request.user).filter(wave__study=study).select_related("wave").order_by("pk")
    context = {
        "study": study,
        "page": Paginator(files, 50).get_page(request.GET.get("page")),
        "trail": trail(request.project, study, (_("Files that were sent"), "")),
    }
    return render(request, "impact_study/sent_file_list.html", context)


@in_project("impact_study.export_responses", SentFile)
def sent_file(request: SignedInRequest, sent: SentFile) -> HttpResponseBase:
    if not default_storage.exists(sent.file):
        raise Http404
    audit.record("impact_study.file.opened", target=sent, by=request.user, project=request.project.pk)
    return send_protected(sent.file, as_name=sent.name, content_type=sent.content_type)
