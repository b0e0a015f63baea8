"""What strangers read of a published study: kept as data at publishing, so that it never changes afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from impact_study.rules.chart_data import chart_as_data
from impact_study.rules.study_document import Drawing, Material, Sheet, StudyDocument, Words, anchor
from impact_study.rules.study_document.document import citation
from impact_study.rules.study_document.matching import matching_sheet
from impact_study.rules.study_document.reading import CHANGES, citable, finding_sentences, main_findings
from impact_study.rules.study_document.sections import by_group, by_heading

PROMISED = 6
"""So many charts at most stand on the page; all of them are in the PDF."""


def study_page(document: StudyDocument, material: Material) -> dict[str, Any]:
    return {
        "title": document.title, "subtitle": document.subtitle, "facts": [list(fact) for fact in document.facts],
        "foreword": _paragraphs(document, "foreword"), "summary": _paragraphs(document, "summary"),
        "main": [each["key"] for each in main_findings(material.results)],
        "findings": list(_findings(material)),
        "charts": list(_charts(document, material)),
        "method": _paragraphs(document, "method"), "limits": _paragraphs(document, "limits"),
        "deviations": _paragraphs(document, "deviations"), "deviation_table": _sheet(document, "deviations"),
        "response": _sheet(document, "sample"),
        "matching": as_data(matching_sheet(material)) if material.matching else None,
        "citation": citation(material), "trace": material.trace,
        "sha256": material.sha256,
    }  # fmt: skip


def _paragraphs(document: StudyDocument, code: str) -> list[str]:
    found = [part for part in document.parts if part.code == code]
    return [line for part in found for block in part.blocks if isinstance(block, Words) for line in block.paragraphs]


def _sheet(document: StudyDocument, code: str) -> dict[str, Any] | None:
    found = [part for part in document.parts if part.code == code]
    sheets = [block for part in found for block in part.blocks if isinstance(block, Sheet)]
    if not sheets:
        return None
    return as_data(sheets[0])


def as_data(sheet: Sheet) -> dict[str, Any]:
    return {"caption": sheet.title, "head": list(sheet.head), "rows": [list(row) for row in sheet.rows],
            "note": sheet.note}  # fmt: skip


def _findings(material: Material) -> Iterator[dict[str, Any]]:
    """By respondent group, then by heading; parts and what was not computed stay in the PDF."""
    told = {each["key"] for each in citable(material.results)}
    for group, mine in by_group(material):
        for heading, found in by_heading(mine, material):
            lines = [
                {
                    "key": each["key"], "anchor": anchor(each["key"]),
                    "sentences": finding_sentences(each, material.names, causal=material.is_causal),
                }
                for each in found
                if each["key"] in told
            ]  # fmt: skip
            if lines:
                yield {"group": group, "heading": heading, "lines": lines}


def _charts(document: StudyDocument, material: Material) -> Iterator[dict[str, Any]]:
    """The main changes beside each other, then what was promised; where nothing was, the first there are."""
    promised = {each["block"] for each in material.results if each["kind"] in CHANGES and not each["exploratory"]}
    drawn = [block for part in document.parts for block in part.blocks if isinstance(block, Drawing)]
    chosen = [each for each in drawn if each.key.rpartition(".")[0] in {"main", *promised}]
    for each in (chosen or drawn)[:PROMISED]:
        yield {"key": anchor(each.key), "spec": chart_as_data(each.spec)}
