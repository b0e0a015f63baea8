"""Editions of a study: drafted from a run, written on by hand, approved, published, replaced by the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit, jobs
from core.models import Job
from core.problems import Problem, ProblemsFound, stop_on
from impact_study.enums import PublicationState, StudyState, TextState
from impact_study.models import AnalysisRun, Publication, Response, Study, Translation, Wave
from impact_study.rules.disclosure import combinations_below
from impact_study.rules.publishing import approval_problems, publishing_problems
from impact_study.rules.study_document import study_document
from impact_study.rules.study_page import study_page
from impact_study.services.findings import card_findings, card_study
from impact_study.services.minima import minimum_of
from impact_study.services.study_material import material_of
from network.countries import country_name
from network.enums import RespondentGroup

TEXTS = ("foreword", "context", "limits")
type Rare = tuple[tuple[str, ...], int]


@transaction.atomic
def draft_publications(*, run: AnalysisRun, by: User) -> list[Publication]:
    """A draft for each language of the study that has none for this run; texts written before come along."""
    made = []
    for language in run.study.languages or [run.study.base_language]:
        earlier = Publication.objects.filter(study=run.study, language=language).order_by("-run__number").first()
        texts = earlier.texts if earlier else {}
        publication, is_new = Publication.objects.get_or_create(
            run=run, language=language, defaults={"study": run.study, "texts": texts}
        )
        if is_new:
            audit.record("impact_study.publication.drafted", target=publication, by=by, project=run.study.project_id)
        made.append(publication)
    return made


@transaction.atomic
def write_texts(*, publication: Publication, texts: Mapping[str, str], seen: str, by: User) -> None:
    """Save the words written by hand. Raises ProblemsFound when the edition is approved, or somebody was quicker."""
    kept = Publication.objects.select_for_update().get(pk=publication.pk)
    if not kept.is_draft:
        raise ProblemsFound([Problem("state", _("This edition is approved: its texts do not change any more."))])
    if seen and seen != mark_of(kept):
        raise ProblemsFound([Problem("conflict", _("Somebody saved these texts meanwhile. Look at theirs first."))])
    kept.texts = {name: texts.get(name, "").strip() for name in TEXTS}
    kept.save(update_fields=["texts", "changed_at"])
    audit.record("impact_study.publication.written", target=kept, by=by, project=kept.project_id)


def mark_of(publication: Publication) -> str:
    """Changes with every saving."""
    return publication.changed_at.isoformat()


def rare_combinations(study: Study) -> list[Rare]:
    """Group, country and partner together, where fewer people than may be shown hold them; the largest wave counts."""
    answers = Response.objects.filter(study=study).complete()
    places = answers.values_list("wave__group", "wave__kind", "country", "partner__organisation__name")
    sizes: dict[tuple[str, ...], int] = {}
    for group, _kind, country, partner, people in places.annotate(people=Count("pk")).order_by():
        key = str(dict(RespondentGroup.choices).get(group, group)), country_name(country) or "–", partner
        sizes[key] = max(sizes.get(key, 0), people)
    return combinations_below(sizes, minimum_of(study))


def incomplete_instruments(study: Study, language: str) -> list[str]:
    """Versions of the study whose texts are not all there in a language."""
    found = []
    for wave in Wave.objects.filter(study=study).select_related("version__instrument"):
        texts = Translation.objects.filter(version=wave.version).exclude(text="")
        needed = texts.filter(language=study.base_language).values("key")
        there = texts.filter(language=language).exclude(state__in=[TextState.MISSING, TextState.MACHINE])
        if there.filter(key__in=needed).count() < needed.count():
            found.append(str(wave.version))
    return list(dict.fromkeys(found))


def hindrances(publication: Publication, *, rare: Sequence[Rare], rare_seen: int | None) -> list[Problem]:
    study, run = publication.study, publication.run
    return approval_problems(
        state=publication.state, study_state=study.state, run_state=run.state, has_snapshot=run.snapshot_id is not None,
        incomplete=incomplete_instruments(study, publication.language), rare=len(rare), rare_seen=rare_seen,
    )  # fmt: skip


@transaction.atomic
def approve_publication(*, publication: Publication, rare_seen: int | None, by: User) -> None:
    """Raises ProblemsFound with everything that is still open."""
    kept = Publication.objects.select_for_update().get(pk=publication.pk)
    rare = rare_combinations(kept.study)
    stop_on(hindrances(kept, rare=rare, rare_seen=rare_seen))
    kept.state, kept.approved_at, kept.approved_by = PublicationState.APPROVED, timezone.now(), by
    kept.save(update_fields=["state", "approved_at", "approved_by", "changed_at"])
    audit.record(
        "impact_study.publication.approved", target=kept, by=by, project=kept.project_id, combinations=len(rare)
    )


def publish(*, publication: Publication, by: User) -> Job:
    """Make an edition public for good: its page, its findings as cards, its file as work in the background."""
    with transaction.atomic():
        kept = Publication.objects.select_for_update().get(pk=publication.pk)
        others = Publication.objects.filter(study=kept.study, language=kept.language, state=PublicationState.PUBLISHED)
        newest = others.aggregate(newest=Max("run__number"))["newest"] or 0
        gone = Publication.objects.filter(run=kept.run_id, state=PublicationState.WITHDRAWN).exists()
        stop_on(publishing_problems(state=kept.state, is_newest=newest <= kept.run.number, is_withdrawn=gone))
        others.update(state=PublicationState.REPLACED, changed_at=timezone.now())
        kept.state, kept.published_at = PublicationState.PUBLISHED, timezone.now()
        with translation.override(kept.language):
            material = material_of(kept)
            kept.page = study_page(study_document(material), material)
        kept.save(update_fields=["state", "published_at", "page", "changed_at"])
        card_study(publication=kept)
        card_findings(publication=kept, by=by)
        Study.objects.filter(pk=kept.study_id, state=StudyState.CLOSED).update(state=StudyState.PUBLISHED)
        audit.record("impact_study.publication.published", target=kept, by=by, project=kept.project_id)
        return order_print(publication=kept, by=by)


def order_print(*, publication: Publication, by: User) -> Job:
    return jobs.start(
        "impact_study.print_study", by=by, project=publication.study.project, key=f"publication-{publication.pk}",
        publication=publication.pk,
    )  # fmt: skip
