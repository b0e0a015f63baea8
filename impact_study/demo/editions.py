"""The published study of the demo in its languages; its files are printed by the worker as soon as there is one."""

from __future__ import annotations

from accounts.models import User
from core import jobs
from core.printing.pango import printing_problems
from impact_study.models import AnalysisRun
from impact_study.services.publications import (
    approve_publication,
    draft_publications,
    mark_of,
    publish,
    rare_combinations,
    write_texts,
)

FOREWORD = {
    "en": "Every answer behind this study is simulated. It shows what a study looks like, not what happened in QQVET.",
    "es": "Todas las respuestas de este estudio son simuladas. Muestra cómo es un estudio, no lo que ocurrió en QQVET.",
}
LIMITS = {
    "en": "The changes were put into the simulation: they are known, and nothing follows from them for real people.",
    "es": "Los cambios se pusieron en la simulación: se conocen, y de ellos no se deduce nada sobre personas reales.",
}


def publish_editions(*, run: AnalysisRun, by: User) -> None:
    rare = rare_combinations(run.study)
    for edition in draft_publications(run=run, by=by):
        texts = {"foreword": FOREWORD[edition.language], "limits": LIMITS[edition.language]}
        write_texts(publication=edition, texts=texts, seen=mark_of(edition), by=by)
        approve_publication(publication=edition, rare_seen=len(rare), by=by)
        edition.refresh_from_db()
        job = publish(publication=edition, by=by)
        if printing_problems():
            jobs.cancel(job=job, by=by)  # a visitor without Pango would find it among the tasks, as failed
