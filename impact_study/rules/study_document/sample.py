"""Who was asked with what, and who answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure, percent
from impact_study.rules.study_document.content import Block, Sheet, Telling, Tellings, Words
from impact_study.rules.study_document.matching import matching_sheet
from impact_study.rules.study_document.material import Asked, Material
from impact_study.rules.study_document.reading import Result, finding_sentences, quoted
from impact_study.rules.study_document.scales import with_interval
from impact_study.rules.study_document.sections import group_names, group_order, wave_order
from impact_study.rules.wording import decimals

HIDDEN = "–"


def sample_blocks(material: Material) -> Iterator[Block]:
    counted = [each for each in material.results if each["kind"] == "response" and each["variable"] == "response"]
    if counted:
        yield response_sheet(counted, material)
    linked = [each for each in material.results if each["variable"] == "linkage"]
    told = [Telling(each["key"], finding_sentences(each, material.names, causal=False)) for each in linked]
    if told:
        yield Tellings(told, heading=_("People found again"))
    if material.matching:
        yield matching_sheet(material)
    if (stayed := attrition_sheet(material)).rows:
        yield stayed
    if material.has_open_links:
        yield Words([
            _("Open links were used: nobody knows who was reached by them, so no response rate is given for them."),
            _("For open links only a mark in the browser keeps one person from answering twice."),
        ])  # fmt: skip


def response_sheet(counted: list[Mapping[str, Any]], material: Material) -> Sheet:
    names, rows = material.names, []
    for each in sorted(counted, key=lambda each: (group_order([each["where"]["group"]]), wave_order(each["where"]))):
        where, result = each["where"], each["result"]
        rows.append((
            names.value("group", where["group"]), names.value("wave", where["wave"]),
            *(number(result.get(name), each, material) for name in ("invited", "reached", "started", "complete")),
            rate(result),
        ))  # fmt: skip
    head = (
        _("Group"), _("Wave"), _("Invited"), _("Opened the first page"), _("Began"), _("Finished"),
        _("Response rate"),
    )  # fmt: skip
    kept = [place for place in range(len(head)) if any(row[place] != HIDDEN for row in rows)]
    note = _("A rate stands only where those who were asked are on a list. “–”: not known or not shown.")
    if head.index(_("Invited")) not in kept:
        note = _("Nobody kept a list of those who were asked: there is no rate.")
    return Sheet(
        _("Response by group and wave"), [head[place] for place in kept],
        [[row[place] for place in kept] for row in rows], frozenset(range(2, len(kept))), note,
    )  # fmt: skip


def number(value: int | None, finding: Mapping[str, Any], material: Material) -> str:
    if finding["result"].get("result") == "withheld":
        return _("< %(minimum)d") % {"minimum": material.minimum}
    return HIDDEN if value is None else figure(value)


def rate(result: Mapping[str, Any]) -> str:
    share = (result.get("rate") or {}).get("share")
    return HIDDEN if share is None else percent(share)


def attrition_sheet(material: Material) -> Sheet:
    """First-wave scores of those who came back beside those who did not; single questions are in the annex."""
    found = [each for each in material.results if each["where"] == {} and material.names.is_scale(each["variable"])]
    return _stayed(found, material)


def stayed_items_sheet(material: Material) -> Sheet:
    found = [each for each in material.results if each["where"] == {} and not material.names.is_scale(each["variable"])]
    return _stayed(found, material)


def _stayed(found: Iterable[Result], material: Material) -> Sheet:
    rows = []
    for each in sorted(found, key=lambda each: group_order(each["groups"])):
        compared = (each["beside"].get("attrition") or {}) if each["kind"] == "compare_paired" else {}
        test = compared.get("compared") or {}
        if test.get("result") == "two_group_scores":
            rows.append((
                quoted(material.names, each["variable"]), group_names(each["groups"], material),
                *(_mean(test, side) for side in ("first", "second")), with_interval(test["difference"], test),
            ))  # fmt: skip
    head = (_("Scale or question"), _("Group"), _("Came back: mean (n)"), _("Did not: mean (n)"),
            _("Difference (95% interval)"))  # fmt: skip
    return Sheet(
        _("First-wave values of those who came back and those who did not"), head, rows, frozenset({2, 3, 4}),
        _("A difference means that people who were found again are not like all who began."),
    )  # fmt: skip


def _mean(test: Mapping[str, Any], side: str) -> str:
    return f"{decimals(test[f'mean_{side}'])} ({figure(test[f'n_{side}'])})"


def _in_order(asked: Asked) -> tuple[list[int], int]:
    return group_order([asked.group]), wave_order({"wave": asked.kind})


def instrument_blocks(material: Material) -> Iterator[Block]:
    names = material.names
    rows = [
        (
            names.value("group", each.group), names.value("wave", each.kind), each.instrument,
            figure(each.version), figure(each.questions), ", ".join(each.languages),
        )
        for each in sorted(material.asked, key=_in_order)
    ]  # fmt: skip
    head = (_("Group"), _("Wave"), _("Questionnaire"), _("Version"), _("Questions"), _("Languages"))
    yield Sheet(_("Questionnaires by group and wave"), head, rows, frozenset({3, 4}))
    yield Words([_("The questions in full, with their answers and codes, are in the codebook of the data package.")])
