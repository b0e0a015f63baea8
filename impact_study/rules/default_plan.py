"""The plan that a study begins with: everything its questionnaires measure, described, and compared over its waves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from impact_study.enums import Linkage, QuestionType, WaveKind
from impact_study.rules.analysable import analysable
from impact_study.rules.plan import Block, BlockKind, Plan, Scale
from impact_study.rules.statistics.codes import ScoreRule
from impact_study.rules.variables import NUMERIC, SHARES, Codebook, VariableKind

ORDER = [WaveKind.PRE, WaveKind.RETRO_PRE, WaveKind.POST, WaveKind.FOLLOW_UP, WaveKind.YEARLY]


def default_plan(book: Mapping[str, Any], linkage: Linkage) -> Plan:
    """Blocks by respondent group: each has its own questionnaire."""
    kinds = {wave["kind"] for wave in book["waves"]}
    waves = tuple(str(kind) for kind in ORDER if kind in kinds)
    scales = tuple(_scale(entry) for entry in book["scales"])
    groups = list(dict.fromkeys(wave["group"] for wave in book["waves"]))
    known = analysable(book)
    blocks = [Block(code="response", kind=BlockKind.RESPONSE)]
    for group in groups:
        asked = tuple(wave for wave in waves if any(w["group"] == group and w["kind"] == wave for w in book["waves"]))
        blocks += _blocks(book, known, group, asked)
    return Plan(waves=waves, blocks=tuple(blocks), scales=scales, linkage=linkage)


def _scale(entry: Mapping[str, Any]) -> Scale:
    return Scale(
        code=entry.get("column", entry["code"]), items=tuple(entry["items"]), reversed_items=tuple(entry["reversed"]),
        minimum=entry["low"], maximum=entry["high"], rule=ScoreRule(entry["rule"]),
        least_share=entry["minimum_share"],
    )  # fmt: skip


def _blocks(book: Mapping[str, Any], known: Codebook, group: str, asked: tuple[str, ...]) -> Iterator[Block]:
    scales = tuple(entry["column"] for entry in book["scales"] if group in entry["groups"])
    for waves, items in _by_waves(book, known, group).items():
        code = _code("items", group, "" if waves == asked else "_".join(waves))
        yield Block(code=code, kind=BlockKind.DESCRIBE_ITEM, variables=items, groups=(group,), waves=waves)
    for waves, codes in _scales_by_waves(book, scales, group, asked).items():
        block = partial(Block, variables=codes, groups=(group,), waves=waves)
        rest = "" if waves == asked else "_".join(waves)
        parts = ("country", "partner")  # partners are described; a test each would only dilute the family
        yield block(code=_code("scores", group, rest), kind=BlockKind.DESCRIBE_SCORE, breakdowns=parts)
        yield block(code=_code("reliability", group, rest), kind=BlockKind.RELIABILITY, breakdowns=("language",))
    if len(asked) > 1:
        yield from _changes(book, known, group, asked, scales)


def _changes(
    book: Mapping[str, Any], known: Codebook, group: str, asked: tuple[str, ...], scales: tuple[str, ...]
) -> Iterator[Block]:
    """Scales are what the study is about; single items are looked at beside them. Both as far as asked twice."""
    files = {entry["column"] for entry in book["variables"] if entry["type"] == QuestionType.FILE}
    pair = partial(Block, kind=BlockKind.COMPARE_PAIRED, groups=(group,), waves=asked[:2])
    items = tuple(
        code
        for waves, codes in _by_waves(book, known, group).items()
        if set(asked[:2]) <= set(waves)
        for code in codes
        if code not in files and (known[code].kind in NUMERIC or known[code].kind is VariableKind.YES_NO)
    )
    twice = tuple(code for code in scales if _is_asked_in(book, code, group, asked[:2]))
    if twice:
        yield pair(code=_code("change", group), variables=twice, breakdowns=("country",))
    if scales and len(asked) > 2:
        code = _code("waves", group)
        yield Block(code=code, kind=BlockKind.COMPARE_WAVES3, variables=scales, groups=(group,), waves=asked)
    if items:
        yield pair(code=_code("item_change", group), variables=items, exploratory=True)


def _scales_by_waves(
    book: Mapping[str, Any], scales: tuple[str, ...], group: str, asked: tuple[str, ...]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code in scales:
        waves = tuple(wave for wave in asked if _is_asked_in(book, code, group, (wave,)))
        if waves:
            found[waves] = (*found.get(waves, ()), code)
    return found


def _is_asked_in(book: Mapping[str, Any], scale: str, group: str, waves: tuple[str, ...]) -> bool:
    known = {entry["column"]: entry["asked"] for entry in book["scales"]}
    return all(f"{group}/{wave}" in known[scale] for wave in waves)


def _by_waves(book: Mapping[str, Any], known: Codebook, group: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The closed questions and numbers of a group, by the waves that ask them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for entry in book["variables"]:
        variable = known.get(entry["column"])
        waves = tuple(str(kind) for kind in ORDER if f"{group}/{kind}" in entry["asked"])
        if variable and waves and variable.kind in {*SHARES, VariableKind.NUMBER}:
            found.setdefault(waves, []).append(variable.code)
    return {waves: tuple(codes) for waves, codes in found.items()}


def _code(*parts: str) -> str:
    return "_".join(filter(None, parts))[:64]
