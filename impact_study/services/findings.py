"""Findings of a published run as cards on the ground floor: what recommendations, reports and events point at."""

from __future__ import annotations

from datetime import date

from django.utils import timezone, translation

from accounts.models import User
from core import audit
from impact_study.models import AnalysisRun, Finding, Publication
from impact_study.rules.publishing import frozen_figure
from impact_study.rules.result_names import Names
from impact_study.rules.study_document import anchor, citable, finding_sentences
from impact_study.services.study_material import edition_path, study_path
from network.models import Output

KIND = "finding"
STUDY = "study"
LONGEST_ANCHOR = 60


def card_study(*, publication: Publication) -> None:
    """The study's own card: through it the project's page, events and reports find it."""
    study = publication.study
    Output.objects.update_or_create(
        project=study.project, address=study_path(study), anchor="",
        defaults={"kind": STUDY, "title": study.title, "is_public": True, "withdrawn_on": None},
    )  # fmt: skip


def mark_cards(*, run: AnalysisRun, on: date, is_last: bool) -> None:
    """Whoever points at a finding of a withdrawn run sees it there; the study's own card where nothing else is left."""
    Output.objects.filter(finding__run=run).update(withdrawn_on=on, changed_at=timezone.now())
    if is_last:
        cards = Output.objects.filter(project=run.study.project_id, address=study_path(run.study), anchor="")
        cards.update(withdrawn_on=on, changed_at=timezone.now())


def card_findings(*, publication: Publication, by: User) -> None:
    """One card a result, for good; a further language adds its title. The figure is frozen with its trace."""
    run, snapshot = publication.run, publication.run.data
    known = {finding.key: finding for finding in Finding.objects.filter(run=run).select_related("output")}
    trace = {
        "date": timezone.localdate(publication.published_at).isoformat(), "run": run.number, "plan": run.plan.number,
        "snapshot": snapshot.number, "sha256": snapshot.sha256,
    }  # fmt: skip
    names, causal = Names(snapshot.codebook), bool(run.plan.content.get("comparison_group"))
    outputs, cards = [], []
    with translation.override(publication.language):
        for result in citable(run.results):
            title = finding_sentences(result, names, causal=causal)[0]
            if result["key"] in known:
                known[result["key"]].output.title[publication.language] = title
                outputs.append(known[result["key"]].output)
                continue
            card = Output(
                project=run.study.project, kind=KIND, title={publication.language: title},
                address=f"{edition_path(publication)}#{anchor(result['key'])}"[:300],
                anchor=result["variable"][:LONGEST_ANCHOR], figure=frozen_figure(result, trace), is_public=True,
            )  # fmt: skip
            cards.append(Finding(run=run, key=result["key"], output=card))
    Output.objects.bulk_update(outputs, ["title"])
    Output.objects.bulk_create([finding.output for finding in cards])
    Finding.objects.bulk_create(cards)
    audit.record(
        "impact_study.findings.carded", target=publication, by=by, project=publication.project_id, findings=len(cards)
    )
