"""The sample itself: who answered, who was found again, what weights make of it."""

from __future__ import annotations

from collections.abc import Iterator

from impact_study.enums import Linkage
from impact_study.rules.blocks.study_data import Fieldwork, StudyData
from impact_study.rules.findings import Finding
from impact_study.rules.plan import Block
from impact_study.rules.statistics.response import attrition, response_counts


def describe_weights(block: Block, data: StudyData) -> Iterator[Finding]:
    for wave in data.waves(block):
        yield Finding("", data.weights(wave), {"wave": wave})


def describe_response(block: Block, data: StudyData) -> Iterator[Finding]:
    """Per wave and respondent group; then the linkage, with the first-wave values of those who did not come back."""
    for where, responses in data.per_wave(block):
        for group, part in responses.parts("group"):
            yield _counted({**where, "group": group}, len(part), data)
    waves = data.waves(block)
    if data.plan.linkage == Linkage.NONE or len(waves) < 2:
        return
    linked = data.linked(block)
    known = [code for code in block.variables if linked.first.knows(code)]
    compared = [
        attrition(code, matched=linked.stayed.numbers(code), unmatched=linked.left.numbers(code)) for code in known
    ]
    yield Finding("linkage", linked.report, beside={"attrition": compared})


def _counted(where: dict[str, str], complete: int, data: StudyData) -> Finding:
    place = where["wave"], where["group"]
    known = next((each for each in data.fieldwork if (each.wave, each.group) == place), Fieldwork(*place))
    started = max(complete, data.started.get(place, 0) if known.started is None else known.started)
    counts = response_counts(
        started=started,
        complete=complete,
        invited=known.invited,
        reached=known.reached,
        break_off=known.break_off,
    )
    return Finding("response", counts, where)
