"""What stands in the way of a plan: codes that nobody knows, blocks that lack what their kind needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.plan import Block, BlockKind, Plan
from impact_study.rules.variables import NUMERIC, SHARES, Codebook, VariableKind

COLUMNS = frozenset({"wave", "group", "partner", "country", "language", "organisation"})
"""What every response carries beside its answers."""

LINKED = {BlockKind.COMPARE_PAIRED, BlockKind.COMPARE_WAVES3, BlockKind.CHANGE_BETWEEN_GROUPS}
GROUPED = {BlockKind.COMPARE_GROUPS, BlockKind.CROSSTAB, BlockKind.STRATIFIED, BlockKind.CHANGE_BETWEEN_GROUPS}
WITHOUT_VARIABLES = {BlockKind.WEIGHTS, BlockKind.RESPONSE}
YES_NO = {VariableKind.YES_NO}
SUITS: dict[BlockKind, Collection[VariableKind]] = {
    BlockKind.DESCRIBE_ITEM: {*SHARES, VariableKind.NUMBER},
    BlockKind.DESCRIBE_SCORE: NUMERIC,
    BlockKind.COMPARE_PAIRED: {*NUMERIC, *YES_NO},
    BlockKind.COMPARE_WAVES3: NUMERIC,
    BlockKind.COMPARE_GROUPS: {*NUMERIC, VariableKind.CHOICE, *YES_NO},
    BlockKind.CROSSTAB: SHARES - {VariableKind.MULTIPLE},
    BlockKind.STRATIFIED: YES_NO,
    BlockKind.ASSOCIATION: NUMERIC,
    BlockKind.CHANGE_BETWEEN_GROUPS: NUMERIC,
    BlockKind.RESPONSE: NUMERIC,
}


def plan_problems(plan: Plan, codebook: Codebook) -> list[Problem]:
    named = [scale.code for scale in plan.scales]
    scores, known = set(named), {*codebook, *named}
    found = [
        *_twice("scales", [*codebook, *named]),
        *_twice("blocks", [block.code for block in plan.blocks]),
        *_scale_problems(plan, codebook),
    ]
    for place, block in enumerate(plan.blocks):
        at = f"blocks[{place}]."
        found += _block_problems(plan, block, known, at)
        found += _kind_problems(block, codebook, scores, at)
    return found


def _problem(code: str, message: str, at: str) -> Problem:
    return Problem(code=code, message=message, field=at)


def _twice(at: str, codes: Iterable[str]) -> Iterator[Problem]:
    for code, count in Counter(codes).items():
        if count > 1:
            yield _problem("plan_code_twice", _("The code %(code)s is used twice.") % {"code": code}, at)


def _scale_problems(plan: Plan, codebook: Codebook) -> Iterator[Problem]:
    for place, scale in enumerate(plan.scales):
        at = f"scales[{place}]."
        for item in scale.items:
            if item not in codebook or codebook[item].kind not in NUMERIC:
                yield _problem("plan_unknown", _("There is no scale question %(code)s.") % {"code": item}, f"{at}items")
        if set(scale.reversed_items) - set(scale.items):
            yield _problem("plan_reversed", _("Reversed items have to be items of the scale."), f"{at}reversed_items")
        if not (scale.minimum < scale.maximum and 0 < scale.least_share <= 1):
            yield _problem("plan_range", _("The range of the scale is empty, or its least share is none."), at)


def _block_problems(plan: Plan, block: Block, known: Collection[str], at: str) -> Iterator[Problem]:
    scales = {scale.code for scale in plan.scales}
    for code in block.variables:
        if code not in (scales if block.kind is BlockKind.RELIABILITY else known):
            yield _problem("plan_unknown", _("There is no variable %(code)s.") % {"code": code}, f"{at}variables")
    for column in filter(None, (block.by, block.strata, *block.breakdowns)):
        if column not in COLUMNS and column not in known:
            yield _problem("plan_unknown", _("There is no column %(code)s.") % {"code": column}, at)
    for wave in set(block.waves) - set(plan.waves):
        yield _problem("plan_unknown", _("There is no wave %(code)s.") % {"code": wave}, f"{at}waves")
    yield from _lacks(plan, block, at)


def _lacks(plan: Plan, block: Block, at: str) -> Iterator[Problem]:
    if not block.variables and block.kind not in WITHOUT_VARIABLES:
        yield _problem("plan_lacks", _("This block names no variable."), f"{at}variables")
    if block.kind in GROUPED and not block.by:
        yield _problem("plan_lacks", _("This block has to say which groups it compares."), f"{at}by")
    if block.kind is BlockKind.STRATIFIED and not block.strata:
        yield _problem("plan_lacks", _("This block has to name its strata."), f"{at}strata")
    waves = len(block.waves or plan.waves)
    if block.kind is BlockKind.COMPARE_WAVES3 and waves < 3:
        yield _problem("plan_lacks", _("This block needs three waves or more."), f"{at}waves")
    elif block.kind in LINKED and block.kind is not BlockKind.COMPARE_WAVES3 and waves != 2:
        yield _problem("plan_lacks", _("This block compares two waves; name them."), f"{at}waves")
    if (block.weighted or block.kind is BlockKind.WEIGHTS) and not plan.margins:
        yield _problem("plan_lacks", _("Weights need declared margins."), f"{at}weighted")


def _kind_problems(block: Block, codebook: Codebook, scores: Collection[str], at: str) -> Iterator[Problem]:
    suits = SUITS.get(block.kind)
    if suits is None:
        return
    for code in block.variables:
        kind = VariableKind.SCORE if code in scores else codebook[code].kind if code in codebook else None
        if kind is not None and kind not in suits:
            message = _("A question like %(code)s cannot be analysed in this way.") % {"code": code}
            yield _problem("plan_kind", message, f"{at}variables")
