"""Have a report printed, and hand out the files."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core import audit
from core.printing.pango import printing_problems
from core.problems import ProblemsFound
from core.protected_files import send_protected
from core.requests import SignedInRequest
from network.guards import in_project
from reports.enums import CONTENT_TYPES, FileFormat
from reports.forms import PrintForm
from reports.models import Report, ReportFile
from reports.services.ordering import order_file
from reports.views.builder import may, trail


@in_project("reports.make_files", Report)
def report_files(request: SignedInRequest, report: Report) -> HttpResponse:
    """The files there are; a POST begins a job that makes one."""
    allowed = may(request, report, "make_evidence_archive")
    form = PrintForm(request.POST or None)
    if not allowed["make_evidence_archive"]:
        form.fields["format"].choices = [c for c in FileFormat.choices if c[0] != FileFormat.ZIP]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            file_format = FileFormat(form.cleaned_data["format"])
            return redirect(order_file(report=report, file_format=file_format, by=request.user))
        except ProblemsFound as found:
            form.add_problems(found.problems)
    context = {
        "report": report,
        "form": form,
        "files": ReportFile.objects.visible_to(request.user).filter(report=report).select_related("report__project"),
        "hindrances": printing_problems(),
        "trail": trail(report, (_("Files"), "")),
    }
    return render(request, "reports/report_files.html", context, status=422 if form.errors else 200)


@in_project("reports.view_reportfile", ReportFile)
def file_download(request: SignedInRequest, made: ReportFile) -> HttpResponse:
    """The evidence archive holds names: every opening of it is written down."""
    if made.format == FileFormat.ZIP:
        audit.record("reports.evidence.opened", target=made, by=request.user)
    return send_protected(made.file.name or "", as_name=made.name, content_type=CONTENT_TYPES[FileFormat(made.format)])  # type: ignore[return-value]
