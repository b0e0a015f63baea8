"""A study put together: the same parts in every language."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.charts.figures import figure
from impact_study.rules.study_document.annex import annex_blocks
from impact_study.rules.study_document.content import Block, Part, Sheet, StudyDocument, Telling, Tellings, Words
from impact_study.rules.study_document.findings import finding_blocks, main_drawings
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import finding_sentences, main_findings
from impact_study.rules.study_document.sample import instrument_blocks, sample_blocks
from impact_study.rules.study_document.words import (
    deviation_blocks,
    glossary_sheet,
    limit_blocks,
    method_blocks,
    paragraphs,
)


def study_document(material: Material) -> StudyDocument:
    """In the language that is active. Parts without words of their own are left out."""
    parts = [
        Part("foreword", _("Foreword"), _own(material, "foreword")),
        Part("summary", _("Summary"), list(summary_blocks(material))),
        Part("context", _("Context"), _own(material, "context")),
        Part("method", _("Method"), list(method_blocks(material))),
        Part("sample", _("Sample and response"), list(sample_blocks(material))),
        Part("instruments", _("Questionnaires"), list(instrument_blocks(material))),
        Part("findings", _("Findings"), list(finding_blocks(material))),
        Part("limits", _("Limits"), list(limit_blocks(material))),
        Part("deviations", _("Deviations from the plan"), list(deviation_blocks(material))),
        Part("citation", _("Citation and licence"), list(citation_blocks(material))),
        Part("annex", _("Annex: every result"), list(annex_blocks(material))),
        Part("glossary", _("Annex: methods"), [glossary_sheet(material)]),
    ]
    return StudyDocument(
        title=material.title, subtitle=subtitle(material), project=material.project, language=material.language,
        facts=facts(material), parts=[part for part in parts if part.blocks], trace=material.trace,
    )  # fmt: skip


def subtitle(material: Material) -> str:
    return _("Impact study with simulated answers") if material.is_simulated else _("Impact study")


def _own(material: Material, name: str) -> list[Block]:
    text = material.texts.get(name, "")
    return [Words(paragraphs(text))] if text.strip() else []


def summary_blocks(material: Material) -> Iterator[Block]:
    told = {"people": figure(material.rows), "partners": figure(len(material.partners))}
    words = [_("The study rests on %(people)s complete responses, gathered by %(partners)s partners.") % told]
    if material.is_simulated:
        words.insert(0, _("The answers of this study are simulated. They say nothing about real people."))
    yield Words(words)
    main = main_findings(material.results)
    tellings = [Telling(each["key"], finding_sentences(each, material.names, causal=material.is_causal))
                for each in main]  # fmt: skip
    if tellings:
        yield Tellings(tellings, heading=_("What was found"))
        yield from main_drawings(main, material)


def facts(material: Material) -> list[tuple[str, str]]:
    return [
        (_("Project"), material.project),
        (_("Responses"), figure(material.rows)),
        (_("Partners"), ", ".join(material.partners)),
        (_("Published on"), date_format(material.published_on) if material.published_on else _("not published yet")),
        (_("Every figure comes from"), material.trace),
        (_("Licence"), material.licence),
    ]


def citation(material: Material) -> str:
    words = {
        "publisher": material.publisher, "title": material.title, "address": material.address,
        "year": material.published_on.year if material.published_on else _("draft"),
        "edition": material.run, "hash": material.sha256[:12],
    }  # fmt: skip
    return _("%(publisher)s (%(year)s). %(title)s. Edition %(edition)d, data %(hash)s. %(address)s") % words


def citation_blocks(material: Material) -> Iterator[Block]:
    yield Words([citation(material)], heading=_("How to cite"))
    yield Words([
        _("A single finding is cited with its key behind the address, such as %(address)s#key.")
        % {"address": material.address},
        _("Licence: %(licence)s, %(url)s. The answers themselves are not published.")
        % {"licence": material.licence, "url": material.licence_url},
    ])  # fmt: skip
    rows = [
        (_("Run"), f"{material.run}", date_format(material.run_on) if material.run_on else "–"),
        (_("Plan"), f"{material.plan_number}",
         date_format(material.plan_locked_on) if material.plan_locked_on else _("not locked")),
        (_("Snapshot"), f"{material.snapshot}", date_format(material.snapshot_on)),
    ]  # fmt: skip
    yield Sheet(
        _("Trace"), (_("What"), _("Number"), _("Day")), rows, frozenset({1}),
        _("SHA-256 of the snapshot: %(hash)s") % {"hash": material.sha256},
    )  # fmt: skip
