"""Results of analyses: the runs of a study, one run block by block, one result with everything behind it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core import charts
from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from impact_study.models import AnalysisRun, Study, StudySnapshot
from impact_study.models.analysis import AnalysisRunQuerySet
from impact_study.services.plans import newest_plan, plan_of
from impact_study.services.result_pages import RunPage
from impact_study.services.runs import start_run
from impact_study.services.self_codes import matching_rows
from impact_study.views.kept_results import kept_block
from impact_study.views.trails import trail
from network.guards import in_project

DRAWINGS = {"svg": "image/svg+xml", "csv": "text/csv; charset=utf-8"}


@in_project("impact_study.view_study", Study)
def run_list(request: SignedInRequest, study: Study) -> HttpResponse:
    runs = AnalysisRun.objects.filter(study=study).light()
    context = {
        "study": study,
        "plan": newest_plan(study),
        "runs": runs.select_related("started_by"),
        "snapshots": StudySnapshot.objects.filter(study=study).defer("codebook"),
        "may_run": request.user.has_perm("impact_study.run_analysis", study),
        "may_export": request.user.has_perm("impact_study.export_responses", study),
        "trail": trail(request.project, study, (_("Results"), "")),
    }
    return render(request, "impact_study/run_list.html", context)


@require_POST
@in_project("impact_study.run_analysis", Study)
def run_start(request: SignedInRequest, study: Study) -> HttpResponse:
    try:
        return redirect(start_run(plan=plan_of(study=study, by=request.user), by=request.user))
    except ProblemsFound as found:
        tell(request, found)
    return redirect("impact_study:run_list", request.project.code, study.pk)


@in_project("impact_study.view_analysisrun", AnalysisRun, read=AnalysisRunQuerySet.light)
def run_detail(request: SignedInRequest, run: AnalysisRun) -> HttpResponse:
    """One block at a time; `by` narrows it to people that the plan's breakdowns name, protected together."""
    context = {
        "run": run,
        "source": RunPage(run).source,
        "part": kept_block(run, request.GET.get("block", ""), by=request.GET.get("by", "")),
        "trail": [*trail(request.project, run.study), *_here(run, last=True)],
    }
    return render(request, "impact_study/run_detail.html", context)


@in_project("impact_study.view_analysisrun", AnalysisRun)
def result_detail(request: SignedInRequest, run: AnalysisRun, number: int) -> HttpResponse:
    if number >= len(run.results):
        raise Http404
    reader, finding = RunPage(run), run.results[number]
    context = {
        "run": run,
        "finding": finding,
        "row": reader.rows.row(number, finding),
        "facts": reader.facts(finding),
        "figures": reader.tables.figures(finding),
        "warnings": reader.tables.warnings(finding),
        "trail": [*trail(request.project, run.study), *_here(run), (reader.rows.name_of(finding), "")],
    }
    return render(request, "impact_study/result_detail.html", context)


@in_project("impact_study.view_analysisrun", AnalysisRun)
def result_chart(request: SignedInRequest, run: AnalysisRun, block: str, key: str, kind: str) -> HttpResponse:
    """A chart as a drawing with its colours in it, or its figures as CSV."""
    found = dict(RunPage(run).block(block, request.GET.get("by", "")).charts)
    if key not in found or kind not in DRAWINGS:
        raise Http404
    body = charts.csv(found[key]) if kind == "csv" else charts.svg(found[key], theme="print", width=charts.WIDE)
    response = HttpResponse(body, content_type=DRAWINGS[kind])
    response["Content-Disposition"] = f'attachment; filename="{run.study.code}-{run.number}-{key}.{kind}"'
    return response


@in_project("impact_study.view_studysnapshot", StudySnapshot)
def snapshot_detail(request: SignedInRequest, snapshot: StudySnapshot) -> HttpResponse:
    context = {
        "snapshot": snapshot,
        "matching": matching_rows(snapshot),
        "runs": snapshot.runs.defer("results", "withheld").select_related("study__project", "plan"),
        "trail": [
            *trail(request.project, snapshot.study),
            (_("Snapshot %(number)d") % {"number": snapshot.number}, ""),
        ],
    }
    return render(request, "impact_study/snapshot_detail.html", context)


def _here(run: AnalysisRun, *, last: bool = False) -> list[tuple[str, str]]:
    return [(_("Run %(number)d") % {"number": run.number}, "" if last else run.get_absolute_url())]
