"""Imports: the list of them, a new one, what became of one, and taking it back."""

from __future__ import annotations

import io
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core import audit
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.sheets.export import csv_lines, write_xlsx
from network.enums import ImportState
from network.forms.imports.sheet import SheetForm
from network.guards import in_project
from network.models import ImportBatch, Project
from network.services.importing import open_import, rejected_rows, undo_import
from network.services.importing.undoing import undoing_problems
from network.services.occasions import create_occasion

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEXT_STEP = {
    ImportState.READ: "network:import_columns",
    ImportState.MAPPED: "network:import_preview",
    ImportState.PREVIEWED: "network:import_preview",
}


@in_project("network.view_project")
def import_list(request: SignedInRequest, project: Project) -> HttpResponse:
    batches = (
        ImportBatch.objects.visible_to(request.user)
        .in_project(project)
        .select_related("project", "partner__organisation", "original", "occasion", "started_by")
        .order_by("-created_at", "-pk")
    )
    context = {
        "page": Paginator(batches, 50).get_page(request.GET.get("page")),
        "trail": [(str(project), project.get_absolute_url()), (_("Imports"), "")],
        "may_add": request.user.has_perm("network.add_importbatch", project),
    }
    return render(request, "network/import_list.html", context)


@in_project("network.add_importbatch")
def import_create(request: SignedInRequest, project: Project) -> HttpResponse:
    form = SheetForm(request.POST or None, request.FILES or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            batch = _open(request, project, form)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("network:import_columns", project.code, batch.pk)
    trail = [(str(project), project.get_absolute_url()), (_("New import"), "")]
    context = {"form": form, "trail": trail}
    return render(request, "network/import_create.html", context, status=422 if form.errors else 200)


def _open(request: SignedInRequest, project: Project, form: SheetForm) -> ImportBatch:
    typed = form.cleaned_data
    occasion = typed["occasion"]
    if new := form.new_occasion():
        occasion = create_occasion(project=project, by=request.user, **new)
    return open_import(
        partner=typed["partner"],
        kind=typed["kind"],
        upload=typed["file"],
        by=request.user,
        occasion=occasion,
        category=typed["category"].code if typed["category"] else "",
    )


@in_project("network.view_importbatch", ImportBatch)
def import_detail(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    """What became of a sheet; one that is still on its way goes on where it stopped."""
    may_change = request.user.has_perm("network.change_importbatch", batch)
    if batch.state in NEXT_STEP and may_change:
        return redirect(NEXT_STEP[ImportState(batch.state)], request.project.code, batch.pk)
    context: dict[str, Any] = {
        "batch": batch,
        "may_undo": may_change and not undoing_problems(batch),
        "undo_problems": undoing_problems(batch) if batch.state == ImportState.APPLIED else [],
        "records": batch.participations.count(),
        "trail": [(str(request.project), request.project.get_absolute_url()), (str(batch), "")],
    }
    return render(request, "network/import_detail.html", context)


@in_project("network.change_importbatch", ImportBatch)
def import_undo(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    problems = undoing_problems(batch)
    if request.method == "POST":
        try:
            undo_import(batch=batch, by=request.user)
        except ProblemsFound as found:
            problems = list(found.problems)
        else:
            messages.success(request, _("The import was undone."))
            return redirect(batch)
    context = {"batch": batch, "problems": problems}
    return render(request, "network/import_undo.html", context, status=422 if request.method == "POST" else 200)


@in_project("network.view_importbatch", ImportBatch)
def import_rejected_csv(request: SignedInRequest, batch: ImportBatch) -> Any:
    audit.record("network.import.rejected_opened", target=batch, by=request.user)
    rejected = rejected_rows(batch)
    response = StreamingHttpResponse(csv_lines(rejected.header, rejected.rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rejected-{batch.pk}.csv"'
    return response


@in_project("network.view_importbatch", ImportBatch)
def import_rejected_xlsx(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    audit.record("network.import.rejected_opened", target=batch, by=request.user)
    rejected = rejected_rows(batch)
    book = io.BytesIO()
    write_xlsx(book, rejected.header, rejected.rows, title=_("Rejected rows"))
    response = HttpResponse(book.getvalue(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="rejected-{batch.pk}.xlsx"'
    return response
