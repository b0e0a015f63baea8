"""How often each answer was given, as a run's protected results tell it: nothing else is counted for a codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from impact_study.rules.plan import BlockKind


@dataclass(frozen=True)
class Counted:
    """One wave of one group. None stands for a count that is not told."""

    group: str
    wave: str
    n: int | None
    choices: Mapping[str, int | None]
    missing: Mapping[str, int | None]


def counts_of(results: Iterable[Mapping[str, Any]]) -> dict[str, list[Counted]]:
    """By column of the codebook: the whole of each group and wave, never a part of it."""
    found: dict[str, list[Counted]] = {}
    for finding in _whole(results):
        result = finding["result"]
        choices = {code: share.get("count") for code, share in result.get("choices", {}).items()}
        found.setdefault(finding["variable"], []).append(
            Counted(finding["groups"][0], finding["where"]["wave"], finding["n"], choices, finding["missing"])
        )
    return found


def _whole(results: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for finding in results:
        is_item = finding["kind"] == BlockKind.DESCRIBE_ITEM and set(finding["where"]) == {"wave"}
        if is_item and len(finding["groups"]) == 1:
            yield finding
