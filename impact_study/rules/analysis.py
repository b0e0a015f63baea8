"""Runs a plan on a snapshot: results as data, block by block. Loads the heavy libraries: workers only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from impact_study.rules.blocks.describing import describe_items, describe_reliability, describe_scores
from impact_study.rules.blocks.different_people import compare_groups
from impact_study.rules.blocks.relating import associate, cross_in_strata, cross_items
from impact_study.rules.blocks.same_people import compare_change_between_groups, compare_paired, compare_several_waves
from impact_study.rules.blocks.sample import describe_response, describe_weights
from impact_study.rules.blocks.study_data import Fieldwork, StudyData
from impact_study.rules.findings import Finding, findings_as_data
from impact_study.rules.plan import Block, BlockKind, Plan
from impact_study.rules.response_scores import with_scores
from impact_study.rules.variables import Codebook

RUNNERS: Mapping[BlockKind, Callable[[Block, StudyData], Iterator[Finding]]] = {
    BlockKind.DESCRIBE_ITEM: describe_items,
    BlockKind.DESCRIBE_SCORE: describe_scores,
    BlockKind.RELIABILITY: describe_reliability,
    BlockKind.COMPARE_PAIRED: compare_paired,
    BlockKind.COMPARE_WAVES3: compare_several_waves,
    BlockKind.COMPARE_GROUPS: compare_groups,
    BlockKind.CROSSTAB: cross_items,
    BlockKind.STRATIFIED: cross_in_strata,
    BlockKind.ASSOCIATION: associate,
    BlockKind.CHANGE_BETWEEN_GROUPS: compare_change_between_groups,
    BlockKind.WEIGHTS: describe_weights,
    BlockKind.RESPONSE: describe_response,
}


def run_plan(
    plan: Plan,
    table: pl.DataFrame,
    codebook: Codebook,
    *,
    fieldwork: Sequence[Fieldwork] = (),
    seed: int | None = None,
) -> list[dict[str, Any]]:
    """Everything the plan asks for. The table has a row per response, in the order they came in."""
    return [each for block in run_blocks(plan, table, codebook, fieldwork=fieldwork, seed=seed) for each in block]


def run_blocks(
    plan: Plan,
    table: pl.DataFrame,
    codebook: Codebook,
    *,
    fieldwork: Sequence[Fieldwork] = (),
    seed: int | None = None,
    done: int = 0,
) -> Iterator[list[dict[str, Any]]]:
    """Block by block, so that a job can tell how far it is, stop in between, and go on after the `done` first."""
    data = StudyData(
        plan=plan,
        responses=with_scores(table, codebook, plan),
        started=_started(table),
        fieldwork=fieldwork,
        seed=plan.seed if seed is None else seed,
    )
    for block in plan.blocks[done:]:
        yield findings_as_data(block, list(RUNNERS[block.kind](block, data)))


def _started(table: pl.DataFrame) -> dict[tuple[str, str], int]:
    columns = [pl.col("wave").cast(pl.String), pl.col("group").cast(pl.String)]
    counted = table.lazy().select(columns).group_by("wave", "group").len().collect()
    return {(wave, group): count for wave, group, count in counted.iter_rows()}
