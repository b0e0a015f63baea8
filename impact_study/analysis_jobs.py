"""Analyses as work in the background."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import jobs
from impact_study.enums import RunState
from impact_study.models import AnalysisRun, RawDownload, Study
from impact_study.services.codebook_pages import keep_codebook
from impact_study.services.downloads import make_file
from impact_study.services.runs import carry_out

CODEBOOK = "impact_study.print_codebook"


def run_of(params: Mapping[str, Any]) -> AnalysisRun:
    return AnalysisRun.objects.select_related("study__project", "plan", "snapshot").get(pk=params["run"])


@jobs.register(
    "impact_study.run", title=gettext_lazy("Analysis of a study"), permission="impact_study.run_analysis", target=run_of
)
def run_analysis(job: jobs.Handle) -> Mapping[str, Any]:
    """A run that was stopped half-way has stored no figure; begun again it finds the same."""
    run = run_of(job.params)
    if run.state != RunState.DONE:
        try:
            carry_out(run=run, by=job.actor, said=job.progress)
        except jobs.Cancelled:
            AnalysisRun.objects.filter(pk=run.pk).update(state=RunState.FAILED)
            raise
    return {"url": run.get_absolute_url(), "message": _("The results are there.")}


def download_of(params: Mapping[str, Any]) -> RawDownload:
    return RawDownload.objects.select_related("study__project").get(pk=params["download"])


@jobs.register(
    "impact_study.export", title=gettext_lazy("Answers as a file"), permission="impact_study.export_responses",
    target=download_of,
)  # fmt: skip
def export_answers(job: jobs.Handle) -> Mapping[str, Any]:
    download = download_of(job.params)
    report = make_file(download=download, language=job.params["language"], labels=job.params.get("labels", False))
    address = reverse("impact_study:export_file", args=[download.study.project.code, download.pk])
    return {"url": address, "message": " ".join(report)}


def study_of(params: Mapping[str, Any]) -> Study:
    return Study.objects.select_related("project").get(pk=params["study"])


@jobs.register(
    CODEBOOK, title=gettext_lazy("Codebook as PDF"), permission="impact_study.view_study", target=study_of
)  # fmt: skip
def print_codebook(job: jobs.Handle) -> Mapping[str, Any]:
    study, language = study_of(job.params), job.params["language"]
    keep_codebook(study=study, language=language)
    address = reverse("impact_study:codebook_file", args=[study.project.code, study.pk])
    return {"url": f"{address}?language={language}", "message": _("The codebook is printed.")}
