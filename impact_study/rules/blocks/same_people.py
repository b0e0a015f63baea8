"""The same people in two waves or more: what changed, who was found again, who was not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from impact_study.enums import Linkage
from impact_study.rules.blocks.study_data import StudyData, unknown
from impact_study.rules.findings import Finding, Outcome, warned_of_directions
from impact_study.rules.linking import Linked
from impact_study.rules.plan import Block
from impact_study.rules.responses import Responses, missing_of
from impact_study.rules.statistics.adjusted_change import adjusted_change
from impact_study.rules.statistics.codes import Because, Caution, Method, Rule
from impact_study.rules.statistics.columns import Floats, complete_rows
from impact_study.rules.statistics.paired_scores import is_skewed, paired_scores
from impact_study.rules.statistics.paired_yes_no import paired_yes_no
from impact_study.rules.statistics.response import attrition
from impact_study.rules.statistics.results import NotComputed
from impact_study.rules.statistics.several_waves import several_waves
from impact_study.rules.statistics.signed_ranks import signed_ranks
from impact_study.rules.statistics.summaries import number_summary
from impact_study.rules.statistics.two_groups import two_group_ranks, two_group_scores
from impact_study.rules.variables import VariableKind


def compare_paired(block: Block, data: StudyData) -> Iterator[Finding]:
    if data.plan.linkage == Linkage.NONE:
        yield from _compare_unlinked(block, data)
        return
    linked = data.linked(block)
    in_parts = [
        ({column: value}, linked.part(column, value))
        for column in block.breakdowns
        for value, _rows in linked.first.parts(column)
    ]
    for code in block.variables:
        if not linked.first.knows(code):
            yield Finding(code, unknown())
            continue
        parts = [_compared(part, code, where) for where, part in in_parts]
        yield warned_of_directions(_with_sample(_compared(linked, code, {}), linked), parts)
        yield from parts


def compare_several_waves(block: Block, data: StudyData) -> Iterator[Finding]:
    if data.plan.linkage == Linkage.NONE:
        yield from (Finding(code, _not_linked(Method.FRIEDMAN)) for code in block.variables)
        return
    linked, waves = data.linked(block), data.waves(block)
    for code in block.variables:
        if not linked.first.knows(code):
            yield Finding(code, unknown())
            continue
        columns = [wave.numbers(code) for wave in linked.waves]
        tested = several_waves(columns, waves=waves, missing=linked.missing(code))
        yield Finding(code, tested, beside={"linkage": linked.report, "waves": _each_wave(linked, code)})


def compare_change_between_groups(block: Block, data: StudyData) -> Iterator[Finding]:
    if data.plan.linkage == Linkage.NONE:
        yield from (Finding(code, _not_linked(Method.ANCOVA), other=block.by) for code in block.variables)
        return
    linked = data.linked(block)
    told = linked.first.has_column(block.by)
    if told:
        linked = linked.rows(linked.first.frame[block.by].is_not_null().arg_true())
    for code in block.variables:
        if not (told and linked.first.knows(code)):
            yield Finding(code, unknown(), other=block.by)
            continue
        first, last = linked.waves[0].numbers(code), linked.waves[-1].numbers(code)
        groups = linked.first.groups(block.by)
        reference = block.reference or data.plan.comparison_group
        missing = linked.missing(code)
        tested = adjusted_change(
            first, last, groups, reference=reference if reference in groups.names else "", missing=missing
        )
        yield Finding(code, tested, other=block.by, beside={"linkage": linked.report})


def _not_linked(method: Method) -> NotComputed:
    return NotComputed(because=Because.NOT_LINKED, n=0, method=method)


def _compared(linked: Linked, code: str, where: dict[str, str]) -> Finding:
    before, after = linked.waves[0].numbers(code), linked.waves[-1].numbers(code)
    missing = linked.missing(code)
    result, beside = _tests(linked.first.codebook[code].kind, before, after, missing)
    (first, second), _ = complete_rows(before, after)
    pairs = {"before": number_summary(first), "after": number_summary(second)}
    return Finding(code, result, where, beside={**beside, **pairs})


def _tests(
    kind: VariableKind, before: Floats, after: Floats, missing: dict[str, int]
) -> tuple[Outcome, dict[str, Outcome]]:
    """The test that the rule picks, and the one that stands beside it."""
    if kind is VariableKind.YES_NO:
        return _yes_no(before, after, missing), {}
    scores = paired_scores(before, after, missing=missing)
    if kind is VariableKind.SCALE:
        return signed_ranks(before, after, missing=missing), {"scores": scores}
    if is_skewed(before, after):
        ranks = signed_ranks(before, after, missing=missing, rule=Rule.SAME_PEOPLE_SKEWED_SCORE)
        return ranks, {"scores": scores}
    return scores, {"ranks": signed_ranks(before, after, missing=missing)}


def _yes_no(before: Floats, after: Floats, missing: dict[str, int]) -> Outcome:
    (first, second), _ = complete_rows(before, after)
    yes_first, yes_second = first == 1, second == 1
    return paired_yes_no(
        both_yes=int((yes_first & yes_second).sum()),
        only_before=int((yes_first & ~yes_second).sum()),
        only_after=int((~yes_first & yes_second).sum()),
        neither=int((~yes_first & ~yes_second).sum()),
        missing=missing,
    )


def _with_sample(finding: Finding, linked: Linked) -> Finding:
    code = finding.variable
    left = attrition(code, matched=linked.stayed.numbers(code), unmatched=linked.left.numbers(code))
    cautions = (Caution.DUPLICATE_CODES,) if any(linked.report.duplicates.values()) else ()
    beside = {**finding.beside, "linkage": linked.report, "attrition": left}
    return Finding(code, finding.result, finding.where, beside=beside, warnings=cautions)


def _each_wave(linked: Linked, code: str) -> list[Any]:
    return [number_summary(wave.numbers(code), missing=wave.missing(code)) for wave in linked.waves]


def _compare_unlinked(block: Block, data: StudyData) -> Iterator[Finding]:
    """Waves that nobody can link are independent samples, which is weaker, and said so."""
    waves = [responses for _where, responses in data.per_wave(block)]
    for code in block.variables:
        if not waves[0].knows(code):
            yield Finding(code, unknown())
            continue
        tested, beside = _independent(waves[0], waves[-1], code)
        yield Finding(code, tested, beside=beside, warnings=(Caution.NOT_LINKED,))


def _independent(before: Responses, after: Responses, code: str) -> tuple[Outcome, dict[str, Outcome]]:
    """After less before."""
    missing = missing_of(before.missing(code), plus=after.missing(code))
    first, second = after.numbers(code), before.numbers(code)
    scores, ranks = (test(first, second, missing=missing) for test in (two_group_scores, two_group_ranks))
    each = {"before": number_summary(second), "after": number_summary(first)}
    if before.codebook[code].kind is VariableKind.SCALE:
        return ranks, {"scores": scores, **each}
    return scores, {"ranks": ranks, **each}
