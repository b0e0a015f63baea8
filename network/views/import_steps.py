"""The steps of an import after its file is read: columns, preview, matches, apply."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from core import jobs
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.enums import ImportState
from network.forms.imports.columns import ColumnsForm
from network.forms.imports.questions import CellForm, QuestionsForm
from network.forms.imports.reading import ReadingForm
from network.guards import in_project
from network.import_jobs import LARGE
from network.models import ImportBatch
from network.services.importing import (
    answer_questions,
    apply_import,
    choose_columns,
    decide_rows,
    mend_cell,
    preview_import,
)
from network.services.importing.applying import applying_problems
from network.services.importing.lines import first_lines, left_out, lines, refused_rows
from network.services.importing.undecided import possible_rows, undecided

STEPS = [
    gettext_lazy("File"),
    gettext_lazy("Columns"),
    gettext_lazy("Preview"),
    gettext_lazy("Matches"),
    gettext_lazy("Apply"),
]


def _show(request: SignedInRequest, step: int, batch: ImportBatch, **context: Any) -> HttpResponse:
    """A step's page. A finished import has no steps any more."""
    if batch.state in (ImportState.APPLIED, ImportState.UNDONE):
        return redirect(batch)
    names = {2: "columns", 3: "preview", 4: "matches", 5: "apply"}
    trail = [(str(request.project), request.project.get_absolute_url()), (str(batch), "")]
    wrong = any(getattr(context.get(name), "errors", None) for name in ("form", "reading")) or context.get("problems")
    context |= {"batch": batch, "steps": STEPS, "current": step, "trail": trail}
    status = 422 if request.method == "POST" and wrong else 200
    return render(request, f"network/import_{names[step]}.html", context, status=status)


def _previewed(request: SignedInRequest, batch: ImportBatch, then: str) -> HttpResponse:
    """Read the rows anew, here or for a long list in the background, and go on."""
    if batch.counts["file"]["rows"] > LARGE:
        key = f"import-{batch.pk}"
        return redirect(
            jobs.start("network.preview_import", by=request.user, project=request.project, key=key, batch=batch.pk)
        )
    preview_import(batch)
    return redirect(then, request.project.code, batch.pk)


@in_project("network.change_importbatch", ImportBatch)
def import_columns(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    form = ColumnsForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            choose_columns(batch=batch, mapping=form.mapping(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return _previewed(request, batch, "network:import_preview")
    return _show(request, 2, batch, form=form, reading=ReadingForm(batch=batch))


@require_POST
@in_project("network.change_importbatch", ImportBatch)
def import_reading(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    """Read the file again as a person says."""
    form = ReadingForm(request.POST, batch=batch)
    if not form.is_valid():
        return _show(request, 2, batch, form=ColumnsForm(batch=batch), reading=form)
    answers = {name: str(value) for name, value in form.cleaned_data.items() if value not in (None, "")}
    try:
        answer_questions(batch=batch, answers=answers, by=request.user)
        preview_import(batch)
    except ProblemsFound as found:
        return _show(request, 2, batch, form=ColumnsForm(batch=batch), reading=form, problems=found.problems)
    return redirect("network:import_columns", request.project.code, batch.pk)


@in_project("network.change_importbatch", ImportBatch)
def import_preview(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    if batch.state in (ImportState.READ, ImportState.MAPPED):
        return _previewed(request, batch, "network:import_preview")
    form = QuestionsForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            answer_questions(batch=batch, answers=form.answers(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return _previewed(request, batch, "network:import_preview")
    page = Paginator(refused_rows(batch), 50).get_page(request.GET.get("page"))
    refused = lines(batch, list(page.object_list))
    shown = {"rows": first_lines(batch), "page": page, "refused": refused, "left_out": left_out(batch)}
    return _show(request, 3, batch, form=form, **shown)


@require_POST
@in_project("network.change_importbatch", ImportBatch)
def import_mend(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    """Put one cell right, and look again."""
    form = CellForm(request.POST)
    if form.is_valid():
        row = get_object_or_404(batch.rows, pk=form.cleaned_data["row"])
        try:
            mend_cell(
                batch=batch,
                row=row,
                letters=form.cleaned_data["letters"],
                text=form.cleaned_data["text"],
                by=request.user,
            )
        except ProblemsFound as found:
            messages.error(request, " ".join(str(problem.message) for problem in found.problems))
        else:
            return _previewed(request, batch, "network:import_preview")
    return redirect("network:import_preview", request.project.code, batch.pk)


@in_project("network.change_importbatch", ImportBatch)
def import_matches(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    """Rows that may be somebody known: the same, new, or left out."""
    problems: Any = []
    if request.method == "POST":
        try:
            _decide(request, batch)
        except ProblemsFound as found:
            problems = found.problems
        else:
            return _previewed(request, batch, "network:import_matches")
    page = Paginator(possible_rows(batch), 25).get_page(request.GET.get("page"))
    rows = undecided(batch, list(page.object_list))
    return _show(request, 4, batch, page=page, rows=rows, problems=problems)


def _decide(request: SignedInRequest, batch: ImportBatch) -> None:
    if for_all := request.POST.get("all", ""):
        answer_questions(batch=batch, answers={"match:*": for_all}, by=request.user)
    chosen = {
        name.removeprefix("row-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("row-") and value
    }
    decide_rows(batch=batch, decisions=chosen, by=request.user)


@in_project("network.change_importbatch", ImportBatch)
def import_apply(request: SignedInRequest, batch: ImportBatch) -> HttpResponse:
    problems: Any = applying_problems(batch)
    if request.method == "POST" and not problems:
        if batch.counts["file"]["rows"] > LARGE:
            key = f"import-{batch.pk}"
            return redirect(
                jobs.start("network.apply_import", by=request.user, project=request.project, key=key, batch=batch.pk)
            )
        try:
            apply_import(batch=batch, by=request.user)
        except ProblemsFound as found:
            problems = found.problems
        else:
            messages.success(request, _("The sheet is imported."))
            return redirect(batch)
    return _show(request, 5, batch, problems=problems)
