"""The suggested indices: scores are scales of the questionnaires, the others are read item by item."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from impact_study.rules.definition import Scale


@dataclass(frozen=True)
class Index:
    """Items read together: as a mean, as shares of answers 4 and 5, as a profile, or as counts."""

    code: str
    items: tuple[str, ...]
    score: str
    reversed: tuple[str, ...] = ()


def _codes(group: str, *numbers: int) -> tuple[str, ...]:
    return tuple(f"{group}_{number:02d}" for number in numbers)


INDICES = (
    Index("work_confidence", _codes("stu", 1, 2, 3, 4, 5, 6, 8, 9), "mean"),
    Index("work_confidence_abroad", _codes("stu", *range(1, 11)), "mean"),
    Index("career_orientation", _codes("stu", 11, 12, 13, 14, 15), "mean", reversed=("stu_15",)),
    Index("placement_quality", _codes("stu", *range(20, 30)), "mean"),
    Index("host_capacity", _codes("ent", 11, 12, 14), "mean"),
    Index("host_capacity", _codes("trn", 10, 11, 12), "mean"),
    Index("burden_and_support", _codes("ent", 13, 24), "share"),
    Index("provider_quality_cycle", _codes("dir", *range(1, 7)), "profile"),
    Index(
        "outcome_set",
        (*_codes("stu", 40, 41, 43, 44, 46), *_codes("ent", 29, 30), "dir_22_completed", "dir_22_left", "dir_23"),
        "counts",
    ),
)


def scales_for(asked: Collection[str]) -> list[Scale]:
    """The scores whose items are all asked; the retrospective form has each also for today."""
    return [
        Scale(
            f"{index.code}{ending}",
            tuple(f"{item}{ending}" for item in index.items),
            title=f"scale.{index.code}",
            reversed=tuple(f"{item}{ending}" for item in index.reversed),
        )
        for ending in ("", "_today")
        for index in INDICES
        if index.score == "mean" and all(f"{item}{ending}" in asked for item in index.items)
    ]
