"""Run a plan on a snapshot, as work in the background. The heavy libraries are loaded when the work begins."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit, jobs
from core.models import Job
from impact_study.enums import CountedStep, RunState
from impact_study.models import AnalysisPlan, AnalysisRun, Response, Study, StudySnapshot, SurveyInvitation, Wave
from impact_study.rules.analysable import analysable
from impact_study.rules.disclosure import withheld
from impact_study.rules.plan import Plan
from impact_study.services.codebooks import codebook_of
from impact_study.services.counters import counts_by
from impact_study.services.minima import minima_of, minimum_of
from impact_study.services.run_views import grown_by_few, too_near
from impact_study.services.snapshots import Said, silent, take_snapshot

LIBRARIES = ("numpy", "polars", "scipy")


@transaction.atomic
def start_run(*, plan: AnalysisPlan, by: User) -> Job:
    """Ask for a run; asked again while one of the study is under way, it answers that one. Raises ProblemsFound."""
    study = Study.objects.select_for_update().get(pk=plan.study_id)
    under_way = AnalysisRun.objects.filter(study=study, state__in=(RunState.WAITING, RunState.RUNNING))
    if (known := under_way.select_related("job").first()) and known.job and known.job.is_active:
        return known.job
    under_way.update(state=RunState.FAILED)
    run = _begun(study, plan, by)
    run.job = jobs.start("impact_study.run", by=by, project=study.project, key=f"study-{study.pk}", run=run.pk)
    run.save(update_fields=["job"])
    audit.record("impact_study.run.started", target=run, by=by, project=study.project_id, plan=plan.number)
    return run.job


def run_at_once(*, plan: AnalysisPlan, by: User) -> AnalysisRun:
    """A run that whoever asks waits for, without a job: for loading data."""
    run = _begun(plan.study, plan, by)
    carry_out(run=run, by=by)
    run.refresh_from_db()
    return run


def _begun(study: Study, plan: AnalysisPlan, by: User) -> AnalysisRun:
    last = AnalysisRun.objects.filter(study=study).aggregate(last=Max("number"))["last"] or 0
    return AnalysisRun.objects.create(
        study=study, plan=plan, number=last + 1, seed=Plan.from_data(plan.content).seed, started_by=by
    )


def carry_out(*, run: AnalysisRun, by: User | None, said: Said = silent) -> None:
    """Compute and store. Begun again after a stop it takes the same snapshot and finds the same figures."""
    AnalysisRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING)
    snapshot = run.snapshot or snapshot_for(study=run.study, by=by, said=said)
    run.snapshot = snapshot
    run.save(update_fields=["snapshot"])
    results = computed(run, snapshot, said)
    said(1, 2, _("Protecting small groups"))
    minima = minima_of(run.study, snapshot.codebook)
    near = too_near(run, results) | grown_by_few(run, results)
    protected = withheld(results, minimum_of(run.study), minima=minima, too_near=near)
    AnalysisRun.objects.filter(pk=run.pk).update(
        state=RunState.DONE, snapshot=snapshot, results=protected.results, withheld=protected.decisions,
        software={name: version(name) for name in LIBRARIES}, finished_at=timezone.now(),
    )  # fmt: skip
    audit.record("impact_study.run.done", target=run, by=by, project=run.study.project_id, snapshot=snapshot.number)


def computed(run: AnalysisRun, snapshot: StudySnapshot, said: Said) -> list[dict[str, Any]]:
    """Block by block: it can be stopped between two of them."""
    import polars as pl

    from impact_study.rules.analysis import run_blocks
    from impact_study.rules.columns import for_analysis
    from impact_study.services.snapshots import opened

    plan, known = Plan.from_data(run.plan.content), analysable(snapshot.codebook)
    with opened(snapshot) as path:
        table = for_analysis(pl.read_parquet(path), known)
    results: list[dict[str, Any]] = []
    blocks = run_blocks(plan, table, known, fieldwork=fieldwork_of(run.study), seed=run.seed)
    for number, found in enumerate(blocks):
        results += found
        code = plan.blocks[number].code
        said(number + 1, len(plan.blocks), _("Computed: %(block)s") % {"block": code})
    return results


def snapshot_for(*, study: Study, by: User | None, said: Said = silent) -> StudySnapshot:
    """The last snapshot while it differs from the answers of today by fewer than the smallest group, else a new one.

    Two runs on answers that differ by a few people would tell about these few.
    """
    last = StudySnapshot.objects.filter(study=study).order_by("-number").first()
    now = Response.objects.filter(study=study).complete().count()
    if (
        last is not None
        and {**last.codebook, "matching": None} == {**codebook_of(study), "matching": None}
        and abs(now - last.rows) + 2 * last.withdrawn_since < minimum_of(study)
    ):
        return last
    return take_snapshot(study=study, by=by, said=said)


def fieldwork_of(study: Study) -> list[Any]:
    """What counters and invitations know of the waves beside their answers."""
    from impact_study.rules.blocks.study_data import Fieldwork

    waves = list(Wave.objects.filter(study=study))
    counts = counts_by(waves, "wave", "step")
    invited = invited_by(waves)
    return [
        Fieldwork(
            wave=wave.kind, group=wave.group, invited=invited.get(wave.pk),
            reached=counts.get((wave.pk, CountedStep.REACHED)), started=counts.get((wave.pk, CountedStep.STARTED)),
        )
        for wave in waves
    ]  # fmt: skip


def invited_by(waves: Iterable[Wave]) -> dict[int, int]:
    sent = SurveyInvitation.objects.filter(channel__wave__in=waves, sent_at__isnull=False)
    found: dict[int, int] = {}
    for wave in sent.values_list("channel__wave", flat=True):
        found[wave] = found.get(wave, 0) + 1
    return found
