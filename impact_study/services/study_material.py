"""Everything a study is written from, gathered in the language that is active."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from core.mail import site_url
from impact_study.enums import ChannelKind, Linkage
from impact_study.instruments.bank import bank
from impact_study.models import AnalysisPlan, AnalysisRun, Channel, Publication, Study, Wave
from impact_study.rules.result_names import Names
from impact_study.rules.study_document import Asked, Deviation, Material
from impact_study.services.minima import minimum_of
from network.models import Partner


def material_of(publication: Publication) -> Material:
    """Needs the run with plan and snapshot; a run without a snapshot has nothing to tell."""
    study, run = publication.study, publication.run
    plan, snapshot = run.plan, run.data
    return Material(
        title=str(study), code=study.code, project=str(study.project), language=get_language() or publication.language,
        design=study.get_design_display(), linkage=study.get_linkage_display(),
        anonymity=study.get_anonymity_display(), is_linked=study.linkage != Linkage.NONE,
        is_simulated=study.is_simulated, run=run.number, run_on=_day(run.finished_at), software=run.software,
        plan=plan.content, plan_number=plan.number, plan_locked_on=_day(plan.locked_at), snapshot=snapshot.number,
        snapshot_on=timezone.localdate(snapshot.created_at), sha256=snapshot.sha256, rows=snapshot.rows,
        withdrawn_since=snapshot.withdrawn_since, results=run.results, names=Names(snapshot.codebook),
        minimum=minimum_of(study), withheld=len(run.withheld), asked=asked_in(run), deviations=deviations_of(run),
        partners=[str(each) for each in Partner.objects.in_project(study.project).select_related("organisation")],
        publisher=str(study.project), address=site_url(edition_path(publication)), licence=settings.CONTENT_LICENCE,
        licence_url=settings.CONTENT_LICENCE_URL, published_on=_day(publication.published_at),
        matching=snapshot.codebook.get("matching", ()),
        has_open_links=Channel.objects.filter(wave__study=study, kind=ChannelKind.OPEN_LINK).exists(),
        texts=publication.texts, frameworks={item.question_code: item.tags for item in bank() if item.tags},
    )  # fmt: skip


def edition_path(publication: Publication) -> str:
    """Where the findings of an edition are read; without a language, so that each reader gets their own."""
    return f"{study_path(publication.study)}{publication.run.number}/"


def study_path(study: Study) -> str:
    return f"/p/{study.project.code}/study/{study.code}/"


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def asked_in(run: AnalysisRun) -> list[Asked]:
    waves = Wave.objects.filter(study=run.study).select_related("version__instrument").order_by("group", "kind")
    return [
        Asked(
            wave.group, wave.kind, str(wave.version.instrument), wave.version.number,
            sum(len(page.get("items", ())) for page in wave.version.definition.get("pages", ())), run.study.languages,
        )
        for wave in waves
    ]  # fmt: skip


def deviations_of(run: AnalysisRun) -> list[Deviation]:
    """Changes of the plan after closing, up to the one of the run."""
    changed = AnalysisPlan.objects.filter(study=run.study, is_deviation=True, number__lte=run.plan.number)
    return [Deviation(each.number, timezone.localdate(each.created_at), each.reason) for each in changed]
