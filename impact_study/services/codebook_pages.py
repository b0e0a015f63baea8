"""The codebook as people read it: on a page, in print, in the data package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.functional import Promise

from core.labels import in_language
from impact_study.enums import QuestionType, RunState, WaveKind
from impact_study.models import AnalysisRun, Study, Wave
from impact_study.rules.codebook_counts import Counted, counts_of
from impact_study.rules.definition import trusted_definition
from impact_study.rules.result_words import ABSENCES, told
from impact_study.rules.universe import universe
from impact_study.services.codebooks import codebook_of
from impact_study.services.texts import texts_in_words
from network.enums import RespondentGroup

PRINTED = "impact_study/print/codebook.html"


@dataclass(frozen=True)
class Line:
    """A category or a reason for missing, with a count for each wave: None is not told."""

    code: str
    label: str
    value: float | None
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class Entry:
    """One variable. `heads` name the counted waves."""

    column: str
    question: str
    kind: str | Promise
    concept: str
    asked: str
    universe: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    missing: tuple[Line, ...]


def codebook_page(study: Study, language: str) -> dict[str, Any]:
    """What the templates need, in one language."""
    book = codebook_of(study)
    run = newest_run(study)
    with translation.override(language):
        conditions = universes(study, language)
        counts = counts_of(run.results) if run else {}
        entries = [
            _entry(variable, language, conditions, counts.get(variable["column"], ())) for variable in book["variables"]
        ]
        waves = list(Wave.objects.filter(study=study).select_related("version__instrument"))
    return {"study": study, "language": language, "entries": entries, "waves": waves, "run": run}


def newest_run(study: Study) -> AnalysisRun | None:
    return AnalysisRun.objects.filter(study=study, state=RunState.DONE).select_related("plan", "snapshot").first()


def universes(study: Study, language: str) -> Mapping[str, str]:
    """By group and question; the newest wave's words hold."""
    found = {}
    for wave in Wave.objects.filter(study=study).select_related("version"):
        texts = texts_in_words(wave.version, language)
        for code, words in universe(trusted_definition(wave.version.definition), texts).items():
            found[f"{wave.group}/{code}"] = words
    return found


def _entry(variable: Mapping[str, Any], language: str, conditions: Mapping[str, str], counted: Any) -> Entry:
    asked = (place.split("/") for place in variable["asked"])
    words = {conditions.get(f"{group}/{variable['code']}", "") for group in variable["groups"]}
    return Entry(
        column=variable["column"],
        question=in_language(variable["label"], language) or variable["code"],
        kind=QuestionType(variable["type"]).label,
        concept=variable["concept"],
        asked=", ".join(f"{RespondentGroup(group).label} · {WaveKind(kind).label}" for group, kind in asked),
        universe="; ".join(sorted(filter(None, words))),
        heads=tuple(f"{RespondentGroup(each.group).label} · {WaveKind(each.wave).label}" for each in counted),
        lines=tuple(_categories(variable, language, counted)),
        missing=tuple(
            Line(
                reason, told(ABSENCES, reason), None, tuple(count_told(each, each.missing, reason) for each in counted)
            )
            for reason in ABSENCES
        ),
    )


def _categories(variable: Mapping[str, Any], language: str, counted: list[Counted]) -> Iterator[Line]:
    for choice in variable["choices"]:
        if not choice["missing"]:
            label = in_language(choice["label"], language) or choice["code"]
            counts = tuple(count_told(each, each.choices, choice["code"]) for each in counted)
            yield Line(choice["code"], label, choice["value"], counts)


def count_told(counted: Counted, counts: Mapping[str, int | None], code: str) -> int | None:
    """What is not named nobody gave, unless the whole is not told."""
    return counts.get(code, None if counted.n is None else 0)


def print_codebook(study: Study, language: str) -> bytes:
    from core.printing.pdf import print_template

    data, _pages = print_template(
        PRINTED, codebook_page(study, language), language=language, identifier=f"codebook-{study.pk}"
    )
    return data


def codebook_file(study: Study, language: str) -> str:
    return f"study-codebooks/{study.pk}-{language}.pdf"


def keep_codebook(*, study: Study, language: str) -> str:
    """The printed codebook takes the place of the last."""
    name = codebook_file(study, language)
    default_storage.delete(name)
    return default_storage.save(name, ContentFile(print_codebook(study, language)))
