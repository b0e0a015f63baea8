"""The codebook as DDI Codebook 2.5, which data archives read. The order of elements is the schema's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.utils import timezone, translation

from impact_study.enums import QuestionType
from impact_study.models import Study, Wave
from impact_study.rules.codebook import NUMBERS, ONE_OF
from impact_study.rules.codebook_counts import Counted, counts_of
from impact_study.rules.exporting import FACTS, LAST, Column, choice_label, columns_of
from impact_study.rules.result_words import ABSENCES, told
from impact_study.services.codebook_pages import count_told, newest_run, universes
from impact_study.services.codebooks import codebook_of

NAMESPACE = "ddi:codebook:2_5"
DATA_FILE = "F1"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def ddi_codebook(study: Study, *, data: str, language: str) -> bytes:
    """What the columns of the file `data` mean, with protected counts, told in one language."""
    root = Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5", "xml:lang": language})
    run = newest_run(study)
    with translation.override(language):
        _study(root, study)
        columns = columns_of(codebook_of(study))
        text = SubElement(SubElement(root, "fileDscr", ID=DATA_FILE), "fileTxt")
        _add(text, "fileName", data)
        _add(SubElement(text, "dimensns"), "varQnty", str(len(columns) + len(FACTS) + 1))
        described = SubElement(root, "dataDscr")
        for fact in FACTS:
            SubElement(described, "var", {"ID": f"V_{fact}", "name": fact, "files": DATA_FILE})
        asked, counts = universes(study, language), counts_of(run.results) if run else {}
        for place, column in enumerate(columns, 1):
            _variable(described, f"V{place}", column, asked, counts.get(column.variable["column"], []), language)
        SubElement(described, "var", {"ID": f"V_{LAST}", "name": LAST, "files": DATA_FILE, "intrvl": "contin"})
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _study(root: Element, study: Study) -> None:
    described = SubElement(root, "stdyDscr")
    citation = SubElement(described, "citation")
    titles = SubElement(citation, "titlStmt")
    _add(titles, "titl", str(study))
    _add(titles, "IDNo", study.code, agency=study.project.code)
    made = SubElement(citation, "prodStmt")
    _add(made, "producer", str(study.project))
    _add(made, "copyright", f"{settings.CONTENT_LICENCE} {settings.CONTENT_LICENCE_URL}")
    today = timezone.localdate().isoformat()
    _add(made, "prodDate", today, date=today)
    summary = SubElement(SubElement(described, "stdyInfo"), "sumDscr")
    for wave in Wave.objects.filter(study=study).order_by("group", "kind"):
        _add(summary, "universe", str(wave), ID=_place(wave.group, wave.kind))
    _add(SubElement(SubElement(described, "method"), "dataColl"), "timeMeth", study.get_design_display())


def _variable(
    parent: Element, name: str, column: Column, asked: Mapping[str, str], counted: Sequence[Counted], language: str
) -> None:
    variable = column.variable
    is_measured = variable["type"] in {*NUMBERS, QuestionType.COMPUTED} and not column.is_other
    places = " ".join(_place(*place.split("/")) for place in variable["asked"])
    found = SubElement(
        parent, "var",
        {
            "ID": name, "name": column.name, "files": DATA_FILE, "sdatrefs": places,
            "intrvl": "contin" if is_measured else "discrete",
        },
    )  # fmt: skip
    _add(found, "labl", column.label(language))
    question = SubElement(found, "qstn")
    for code, words in sorted(variable["label"].items()):
        _add(question, "qstnLit", words, **{"xml:lang": code})
    if not column.is_other and None not in (variable["low"], variable["high"]):
        edges = {"min": str(variable["low"]), "max": str(variable["high"])}
        SubElement(SubElement(found, "valrng"), "range", edges)
    words = {asked.get(f"{group}/{column.code}", "") for group in variable["groups"]}
    _add(found, "universe", "; ".join(sorted(filter(None, words))))
    if not column.is_text:
        _categories(found, column, counted, language)
    if variable["concept"]:
        _add(found, "concept", variable["concept"])
    SubElement(found, "varFormat", type="numeric" if is_measured or column.choice else "character")


def _categories(parent: Element, column: Column, counted: Sequence[Counted], language: str) -> None:
    variable = column.variable
    if column.choice and not column.is_ranking:
        chosen = choice_label(variable, column.choice, language) or column.choice
        _category(parent, "1", chosen, [(each, count_told(each, each.choices, column.choice)) for each in counted])
    elif variable["type"] in ONE_OF:
        for code in (choice["code"] for choice in variable["choices"] if not choice["missing"]):
            label = choice_label(variable, code, language) or code
            _category(parent, code, label, [(each, count_told(each, each.choices, code)) for each in counted])
    for reason in ABSENCES:
        counts = [(each, count_told(each, each.missing, reason)) for each in counted]
        _category(parent, reason, told(ABSENCES, reason), counts, missing="Y")


def _category(
    parent: Element, value: str, label: str, counted: Iterable[tuple[Counted, int | None]], **attributes: str
) -> None:
    """With a count for each wave; what is not told has none."""
    category = SubElement(parent, "catgry", attributes)
    _add(category, "catValu", value)
    _add(category, "labl", label)
    for each, count in counted:
        if count is not None:
            _add(category, "catStat", str(count), type="freq", sdatrefs=_place(each.group, each.wave))


def _place(group: str, kind: str) -> str:
    return f"{group}_{kind}"


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = NOT_IN_XML.sub("", text)
