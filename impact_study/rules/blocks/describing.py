"""Items, numbers and scores as they are; consistency of scales."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from impact_study.rules.blocks.counting import count_answers
from impact_study.rules.blocks.study_data import StudyData, unknown
from impact_study.rules.findings import Finding, Outcome
from impact_study.rules.plan import Block, Scale
from impact_study.rules.response_scores import sheet_of
from impact_study.rules.responses import Responses
from impact_study.rules.statistics.codes import Caution
from impact_study.rules.statistics.proportions import closed_item
from impact_study.rules.statistics.reliability import reliability
from impact_study.rules.statistics.results import NotComputed
from impact_study.rules.statistics.scores import turned
from impact_study.rules.statistics.summaries import number_summary
from impact_study.rules.statistics.weights import weighted_mean
from impact_study.rules.variables import VariableKind

HELD_AS_NUMBERS = {VariableKind.NUMBER, VariableKind.SCORE}


def describe_items(block: Block, data: StudyData) -> Iterator[Finding]:
    """All counts of a part are taken in one pass over its columns."""
    for where, responses in data.with_breakdowns(block):
        known = [code for code in block.variables if responses.knows(code)]
        closed = [data.variable(code) for code in known if data.variable(code).kind not in HELD_AS_NUMBERS]
        counted = count_answers(responses, closed)
        for code in block.variables:
            if code in counted:
                tally = counted[code]
                top = data.variable(code).top
                described: Outcome = closed_item(tally.counts, base=tally.base, missing=tally.missing, top=top)
            else:
                described = _numbers(responses, code)
            yield _weighed(Finding(code, described, where), block, data, responses, _choice_means)


def describe_scores(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.with_breakdowns(block):
        for code in block.variables:
            finding = Finding(code, _numbers(responses, code), where)
            yield _weighed(finding, block, data, responses, _mean)


def describe_reliability(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.with_breakdowns(block):
        for code in block.variables:
            scale = data.scales.get(code)
            yield Finding(code, _reliability(responses, scale), where)


def _numbers(responses: Responses, code: str) -> Outcome:
    if not responses.knows(code):
        return unknown(len(responses))
    return number_summary(responses.numbers(code), missing=responses.missing(code))


def _reliability(responses: Responses, scale: Scale | None) -> Outcome:
    if scale is None or not all(responses.knows(code) for code in scale.items):
        return unknown(len(responses))
    table = turned([responses.numbers(code) for code in scale.items], sheet_of(scale))
    return reliability(list(table.T), codes=scale.items, missing=responses.missing_in_any(*scale.items))


type Weigh = Callable[[Responses, str, Any], Mapping[str, Any]]


def _weighed(finding: Finding, block: Block, data: StudyData, responses: Responses, weigh: Weigh) -> Finding:
    """Weights are made for a wave as a whole, so only the whole is shown with them."""
    if not block.weighted or len(finding.where) > 1 or block.groups or isinstance(finding.result, NotComputed):
        return finding
    weighting = data.weights(finding.where["wave"])
    if isinstance(weighting, NotComputed):
        beside: Mapping[str, Any] = {"weighting": weighting}
    else:
        beside = {"weighting": weighting, "weighted": weigh(responses, finding.variable, weighting.weights)}
    return Finding(finding.variable, finding.result, finding.where, beside=beside, warnings=(Caution.TESTS_UNWEIGHTED,))


def _mean(responses: Responses, code: str, weights: Any) -> Mapping[str, Any]:
    return {"mean": weighted_mean(responses.numbers(code), weights)}


def _choice_means(responses: Responses, code: str, weights: Any) -> Mapping[str, Any]:
    variable = responses.codebook[code]
    if variable.kind in HELD_AS_NUMBERS:
        return _mean(responses, code, weights)
    shares = responses.choice_columns(variable)
    weighed = {choice: weighted_mean(column, weights) for choice, column in shares.items()}
    if variable.top:
        weighed["top_two"] = weighted_mean(sum(shares[choice] for choice in variable.top), weights)
    return weighed
