"""One result of a plan's block, and the data it is handed on as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from impact_study.rules.plan import Block, BlockKind
from impact_study.rules.statistics.codes import Caution
from impact_study.rules.statistics.corrections import CORRECTIONS
from impact_study.rules.statistics.results import NotComputed, Result, plain

type Outcome = Result | NotComputed


@dataclass(frozen=True)
class Finding:
    """What a block says about a variable, for the whole or for a part of the people.

    `result` holds the test its rule picked; what stands `beside` it describes or checks, and joins no family.
    """

    variable: str
    result: Outcome
    where: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    beside: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[Caution, ...] = ()

    @property
    def p(self) -> float | None:
        value = getattr(self.result, "p", None)
        return None if value is None else float(value)

    @property
    def key(self) -> str:
        """Names the finding within its block."""
        parts = (f"{column}={value}" for column, value in self.where.items())
        return ".".join(filter(None, (self.variable, self.other, *parts)))


TESTING = set(BlockKind) - {
    BlockKind.DESCRIBE_ITEM,
    BlockKind.DESCRIBE_SCORE,
    BlockKind.RELIABILITY,
    BlockKind.WEIGHTS,
    BlockKind.RESPONSE,
}


def findings_as_data(block: Block, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """With p corrected over the block: all its tests that could run are one family."""
    raw = [finding.p if block.kind in TESTING else None for finding in findings]
    adjusted = CORRECTIONS[block.correction](raw)
    family = sum(p is not None for p in raw)
    return [_as_data(block, each, family, p, q) for each, p, q in zip(findings, raw, adjusted, strict=True)]


def _as_data(block: Block, finding: Finding, family: int, p: float | None, adjusted: float | None) -> dict[str, Any]:
    return {
        "key": f"{block.code}.{finding.key}",
        "block": block.code,
        "kind": block.kind.value,
        "exploratory": block.exploratory,
        "variable": finding.variable,
        "other": finding.other,
        "waves": list(block.waves),
        "groups": list(block.groups),
        "where": dict(finding.where),
        "n": finding.result.n,
        "missing": plain(finding.result.missing),
        "method": plain(finding.result.method),
        "rule": plain(finding.result.rule),
        "warnings": [str(each) for each in dict.fromkeys((*finding.result.warnings, *finding.warnings))],
        "p": p,
        "p_adjusted": adjusted,
        "correction": block.correction.value if family else None,
        "family": family,
        "result": finding.result.as_data(),
        "beside": plain(finding.beside),
    }


def direction(outcome: Outcome) -> int:
    """Whether something rose, fell or stayed, as computed; 0 also where it was not computed."""
    for name in ("difference", "rank_biserial", "change"):
        value = getattr(outcome, name, None)
        if value is not None:
            return int(value > 0) - int(value < 0)
    return 0


def warned_of_directions(whole: Finding, parts: Sequence[Finding]) -> Finding:
    """The whole has to say so when its parts point in different directions, or all against it."""
    seen = {direction(part.result) for part in parts} - {0}
    found = []
    if len(seen) > 1:
        found.append(Caution.OPPOSITE_DIRECTIONS)
    if seen and direction(whole.result) and seen == {-direction(whole.result)}:
        found.append(Caution.DIRECTION_TURNS)
    return replace(whole, warnings=(*whole.warnings, *found)) if found else whole
