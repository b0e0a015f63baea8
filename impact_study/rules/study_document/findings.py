"""The findings as they are printed: changes in sentences and drawings, scales in tables, answers by criterion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from impact_study.rules.result_charts import axes_of, charts_of
from impact_study.rules.study_document.answers import answer_blocks
from impact_study.rules.study_document.content import Block, Drawing, Telling, Tellings, Words
from impact_study.rules.study_document.material import Material
from impact_study.rules.study_document.reading import clear_direction, finding_sentences, is_told, quoted
from impact_study.rules.study_document.scales import reliability_sheet, score_sheet
from impact_study.rules.study_document.sections import Results, by_group, by_heading
from impact_study.rules.study_document.statement import statement

STEEPEST = 8
"""So many lines a drawing of slopes can hold and still be read."""


def finding_blocks(material: Material) -> Iterator[Block]:
    yield Words([
        _("“No clear change” means that the interval includes zero or that the correction for many tests takes the "
          "finding away; it does not mean that nothing happened."),
        _("The key behind a finding names it for citation; the annex has the keys of all. Every figure comes from "
          "%(trace)s.") % {"trace": material.trace},
    ])  # fmt: skip
    for group, mine in by_group(material):
        yield Words([], heading=group)
        if not any(is_told(each) for each in mine):
            yield Words([_("Too few people of this group answered for anything to be shown.")])
            continue
        for heading, found in by_heading(mine, material):
            yield Words([], heading=heading, level=4)
            yield from _blocks(found, group, material)


def main_drawings(main: Results, material: Material) -> Iterator[Drawing]:
    """The main changes of all groups beside each other."""
    changes = [each for each in main if each["kind"] == "compare_paired" and len(each["groups"]) == 1]
    named = [{**each, "where": {**each["where"], "group": each["groups"][0]}, "block": "main"} for each in changes]
    yield from change_drawings(named, _("All groups"), material)


def _blocks(found: Results, group: str, material: Material) -> Iterator[Block]:
    kind = found[0]["kind"]
    if kind == "describe_score":
        yield score_sheet(found, group, material)
    elif kind == "reliability":
        yield reliability_sheet(found, group, material)
    elif kind == "describe_item":
        yield from answer_blocks(found, group, material)
    else:
        yield from _compared(found, group, material)


def _compared(found: Results, group: str, material: Material) -> Iterator[Block]:
    """Of what was only explored, what is not clear is named in one sentence; its figures are in drawing and annex."""
    unclear = [each for each in found if each["exploratory"] and is_told(each) and not clear_direction(each)]
    unclear = [each for each in unclear if each["kind"] == "compare_paired"]
    tellings = [
        Telling(each["key"], finding_sentences(each, material.names, causal=material.is_causal))
        for each in found
        if each not in unclear
    ]
    if tellings:
        yield Tellings(tellings)
    if unclear:
        names = "; ".join(quoted(material.names, each["variable"]) for each in unclear)
        yield Words([_("No clear change: %(names)s.") % {"names": names}])
    yield from change_drawings(found, group, material)


def change_drawings(found: Results, group: str, material: Material) -> Iterator[Drawing]:
    """One drawing for all that share an axis; a single line says no more than its sentence."""
    told = [each for each in found if is_told(each)]
    for number, alike in enumerate(each for each in axes_of(told, material.names) if len(each) > 1):
        for key, spec in charts_of(alike, material.names, minimum=material.minimum, source=material.trace):
            if key == "slopes" and len(alike) > STEEPEST:
                continue
            suffix = f"-{number}" if number else ""
            yield Drawing(
                f"{found[0]['block']}.{key}{suffix}",
                replace(spec, title=f"{group}: {spec.title}", statement=statement(alike), as_of=material.run_on),
            )
