"""Answers from a file: sent, checked, taken in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.models import Job
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from impact_study.forms.imports import ApplyForm, ResponsesForm
from impact_study.models import Wave
from impact_study.services.response_imports.asking import CHECK, begin_apply, begin_check
from impact_study.views.instruments import FATES
from impact_study.views.trails import trail
from network.guards import in_project
from network.models import Project


@in_project("impact_study.import_responses", Wave)
def responses_import(request: SignedInRequest, wave: Wave) -> HttpResponse:
    """The file is read by a worker; its report opens from the job's page."""
    form = ResponsesForm(request.POST or None, request.FILES or None, wave=wave)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            return redirect(
                begin_check(
                    wave=wave, partner=typed["partner"], content=typed["file"].read(), name=typed["file"].name,
                    language=typed["language"], mark=typed["mark"], order=typed["order"], by=request.user,
                )
            )  # fmt: skip
        except ProblemsFound as found:
            form.add_problems(found.problems)
    context = {
        "wave": wave,
        "form": form,
        "trail": trail(
            request.project, wave.study, (str(wave), wave.get_absolute_url()), (_("Answers from a file"), "")
        ),
    }
    return render(request, "impact_study/responses_import.html", context, status=422 if form.errors else 200)


@in_project("impact_study.import_responses")
def responses_report(request: SignedInRequest, project: Project, job: UUID) -> HttpResponse:
    """What would be kept, changed and not kept; from here it is taken in."""
    check = Job.objects.visible_to(request.user).filter(pk=job, kind=CHECK, project_id=project.pk).first()
    if check is None or "report" not in check.result:
        raise Http404
    form = ApplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(begin_apply(check=check, leave_out=form.cleaned_data["leave_out"], by=request.user))
        except ProblemsFound as found:
            form.add_problems(found.problems)
    counts = check.result["counts"]
    context = {
        "form": form,
        "lines": [{**line, "fate": FATES[line["fate"]]} for line in check.result["report"]],
        "counts": [(FATES[fate], number) for fate, number in counts.items()],
        "kept": counts["kept"],
        "trail": trail(project, (_("Answers from a file"), "")),
    }
    return render(request, "impact_study/responses_report.html", context, status=422 if form.errors else 200)
