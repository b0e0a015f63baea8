"""The findings in their order: by respondent group what changed, then scales, then single answers by criterion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from impact_study.enums import WaveKind
from impact_study.rules.result_words import KINDS, told
from impact_study.rules.studies import IN_TIME
from impact_study.rules.study_document.efqea import CRITERIA
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import SAMPLE, WHOLE, Result
from network.enums import RespondentGroup

type Results = Sequence[Result]

DESCRIBING = ("describe_score", "reliability", "describe_item")


def by_group(material: Material) -> Iterator[tuple[str, Results]]:
    """The results on everybody asked, each group of respondents under its name."""
    shown = [each for each in material.results if each["kind"] not in SAMPLE and set(each["where"]) <= WHOLE]
    found: dict[tuple[str, ...], list[Result]] = {}
    for each in sorted(shown, key=lambda each: (group_order(each["groups"]), wave_order(each["where"]))):
        found.setdefault(tuple(each["groups"]), []).append(each)
    for groups, mine in found.items():
        yield group_names(groups, material) or _("All groups"), mine


def group_names(groups: Sequence[str], material: Material) -> str:
    return ", ".join(material.names.value("group", each) for each in groups)


def group_order(groups: Sequence[str]) -> list[int]:
    return [RespondentGroup.values.index(each) for each in groups if each in RespondentGroup.values]


def wave_order(where: Mapping[str, Any]) -> int:
    wave = where.get("wave")
    return IN_TIME.index(WaveKind(wave)) if wave in WaveKind.values else -1


def by_heading(mine: Results, material: Material) -> Iterator[tuple[str, Results]]:
    """Comparisons block by block, what was promised first; then what describes."""
    compared = [each for each in mine if each["kind"] not in DESCRIBING]
    for code in sorted(dict.fromkeys(each["block"] for each in compared), key=lambda code: _rank(compared, code)):
        found = [each for each in compared if each["block"] == code]
        heading = told(KINDS, found[0]["kind"])
        yield _("%(heading)s (exploratory)") % {"heading": heading} if found[0]["exploratory"] else heading, found
    for kind in DESCRIBING[:2]:
        if found := [each for each in mine if each["kind"] == kind]:
            yield told(KINDS, kind), found
    yield from _by_criterion([each for each in mine if each["kind"] == "describe_item"], material)


def _by_criterion(items: Results, material: Material) -> Iterator[tuple[str, Results]]:
    for criterion in [*CRITERIA, ""]:
        if found := [each for each in items if material.criterion(each["variable"]) == criterion]:
            yield f"{criterion} {CRITERIA[criterion]}" if criterion else _("Answers to single questions"), found


def _rank(compared: Results, code: str) -> tuple[bool, int]:
    first = next(each for each in compared if each["block"] == code)
    return first["exploratory"], list(KINDS).index(first["kind"])
