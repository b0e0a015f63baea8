"""Groups of different people within a wave."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from impact_study.rules.blocks.relating import counted_crosstab
from impact_study.rules.blocks.study_data import StudyData, Where, unknown
from impact_study.rules.findings import Finding, Outcome, warned_of_directions
from impact_study.rules.plan import Block
from impact_study.rules.responses import Responses
from impact_study.rules.statistics.columns import Floats, Groups
from impact_study.rules.statistics.several_group_ranks import several_group_ranks
from impact_study.rules.statistics.several_group_scores import several_group_scores
from impact_study.rules.statistics.summaries import number_summary
from impact_study.rules.statistics.two_groups import two_group_ranks, two_group_scores
from impact_study.rules.variables import NUMERIC, VariableKind


def compare_groups(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.per_wave(block):
        in_parts = [
            ({**where, column: value}, part) for column in block.breakdowns for value, part in responses.parts(column)
        ]
        for code in block.variables:
            if not responses.knows(code) or not responses.has_column(block.by):
                yield Finding(code, unknown(len(responses)), where, other=block.by)
                continue
            parts = [_compared(part, block, code, within, data.seed) for within, part in in_parts]
            yield warned_of_directions(_compared(responses, block, code, where, data.seed), parts)
            yield from parts


def _compared(responses: Responses, block: Block, code: str, where: Where, seed: int) -> Finding:
    kind = responses.codebook[code].kind
    if kind not in NUMERIC:
        tested = counted_crosstab(responses, block.by, code, percent_of=block.percent_of, seed=seed)
        return Finding(code, tested, where, other=block.by)
    values, groups = responses.numbers(code), responses.groups(block.by)
    answered = ~np.isnan(values)
    parts = {name: values[answered][places] for name, places in groups[answered].places().items()}
    # The reference is last, so that the others are held against it.
    names = sorted(parts, key=lambda name: name == block.reference)
    scores, ranks = _tests(values, groups, [parts[name] for name in names], responses.missing(code))
    beside: dict[str, object] = {"order": names, "groups": {name: number_summary(parts[name]) for name in names}}
    if kind is VariableKind.SCALE:
        return Finding(code, ranks, where, other=block.by, beside={"scores": scores, **beside})
    return Finding(code, scores, where, other=block.by, beside={"ranks": ranks, **beside})


def _tests(values: Floats, groups: Groups, parts: list[Floats], missing: dict[str, int]) -> tuple[Outcome, Outcome]:
    if len(parts) == 2:
        return two_group_scores(*parts, missing=missing), two_group_ranks(*parts, missing=missing)
    return several_group_scores(values, groups, missing=missing), several_group_ranks(values, groups, missing=missing)
