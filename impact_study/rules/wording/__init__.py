"""Results in fixed phrases: direction, size with interval, n, adjusted p. Light: pages and printing load it.

"No clear change" stands where the interval includes zero or the correction takes the finding away; that nothing
happened is never said. A size word stands only beside its number and its source. Words of cause are left to studies
with a comparison group. Whatever the protection left out of a result is not told here either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.charts.figures import percent
from impact_study.rules.statistics.codes import Caution
from impact_study.rules.wording import changes, describing, groups, relations, sample
from impact_study.rules.wording.figures import Data, Label, Told, decimals, p_words, plain_label, size_words
from impact_study.rules.wording.notes import WARNINGS, hidden_words, not_computed

__all__ = ["PHRASES", "Data", "Label", "decimals", "hidden_words", "p_words", "percent", "sentences", "size_words"]

PHRASES: Mapping[str, Callable[[Told], str]] = {
    "closed_item": describing.closed_item,
    "number_summary": describing.number_summary,
    "reliability": describing.reliability,
    "paired_scores": changes.paired_scores,
    "signed_ranks": changes.signed_ranks,
    "paired_yes_no": changes.paired_yes_no,
    "several_waves": changes.several_waves,
    "two_group_scores": groups.two_group_scores,
    "two_group_ranks": groups.two_group_ranks,
    "several_group_scores": groups.several_group_scores,
    "several_group_ranks": groups.several_group_ranks,
    "adjusted_change": groups.adjusted_change,
    "crosstab": relations.crosstab,
    "stratified_odds": relations.stratified_odds,
    "association": relations.association,
    "agreement": relations.agreement,
    "response_counts": sample.response_counts,
    "linkage": sample.linkage,
    "weighting": sample.weighting,
    "weighted_mean": sample.weighted_mean,
}


def sentences(finding: Data, *, name: str, causal: bool = False, label: Label = plain_label) -> list[str]:
    """`finding` is one result of a run, `name` what readers call its variable; `causal` as the plan declares.

    `label` gives the words of a value: it is asked with the column or question, and the code.
    """
    result = finding["result"]
    if result["result"] == "not_computed":
        return [not_computed(result)]
    if result["result"] == "withheld":
        return [hidden_words(name, result)]
    told = [PHRASES[result["result"]](Told(finding, name, causal, label))]
    return told + [str(WARNINGS[Caution(each)]) for each in finding["warnings"] if Caution(each) in WARNINGS]
