"""Two questions together: tables, strata, associations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import polars as pl

from impact_study.rules.blocks.study_data import StudyData, unknown
from impact_study.rules.findings import Finding, Outcome
from impact_study.rules.plan import Block
from impact_study.rules.responses import Responses
from impact_study.rules.statistics.associations import kendall, pearson, spearman
from impact_study.rules.statistics.codes import PercentOf
from impact_study.rules.statistics.crosstabs import crosstab
from impact_study.rules.statistics.strata import stratified_odds
from impact_study.rules.variables import VariableKind


def cross_items(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.per_wave(block):
        for code in block.variables:
            if responses.has_column(block.by) and responses.knows(code):
                table: Outcome = counted_crosstab(
                    responses, code, block.by, percent_of=block.percent_of, seed=data.seed
                )
            else:
                table = unknown(len(responses))
            yield Finding(code, table, where, other=block.by)


def cross_in_strata(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.per_wave(block):
        for code in block.variables:
            columns = (code, block.by, block.strata)
            known = responses.knows(code) and all(responses.has_column(each) for each in columns)
            tested = _in_strata(responses, code, block) if known else unknown(len(responses))
            yield Finding(code, tested, where, other=block.by, beside={"strata_of": block.strata})


def associate(block: Block, data: StudyData) -> Iterator[Finding]:
    for where, responses in data.per_wave(block):
        for first, second in combinations(block.variables, 2):
            known = responses.knows(first) and responses.knows(second)
            tested = _associated(responses, first, second) if known else unknown(len(responses))
            yield Finding(first, tested, where, other=second)


def counted_crosstab(responses: Responses, rows: str, columns: str, *, percent_of: PercentOf, seed: int) -> Outcome:
    """The counts are taken by polars; choices keep the order of the codebook."""
    a, b = responses.labelled(rows).alias("a"), responses.labelled(columns).alias("b")
    counted = responses.frame.lazy().select(a, b).drop_nulls().group_by("a", "b").len().collect()
    row_names = responses.in_order(rows, set(counted["a"]))
    column_names = responses.in_order(columns, set(counted["b"]))
    table = np.zeros((len(row_names), len(column_names)), dtype=np.int64)
    for first, second, count in counted.iter_rows():
        table[row_names.index(first), column_names.index(second)] = count
    return crosstab(
        table,
        rows=row_names,
        columns=column_names,
        percent_of=percent_of,
        missing=responses.missing_in_any(rows, columns),
        seed=seed,
    )


def _in_strata(responses: Responses, code: str, block: Block) -> Outcome:
    """The first two groups in order; the reference is the second."""
    yes = pl.Series("yes", responses.numbers(code), nan_to_null=True)
    told = responses.frame.select(
        responses.labelled(block.by).alias("group_of"), responses.labelled(block.strata).alias("stratum")
    ).with_columns(yes)
    counted = told.drop_nulls().group_by("stratum", "group_of", "yes").len()
    groups = sorted(set(counted["group_of"]), key=lambda name: (name == block.reference, name))[:2]
    strata = responses.in_order(block.strata, set(counted["stratum"]))
    tables = np.zeros((len(strata), 2, 2))
    for stratum, group, answer, count in counted.iter_rows():
        if group in groups:
            tables[strata.index(stratum), groups.index(group), 0 if answer else 1] = count
    return stratified_odds(tables, names=strata, missing=responses.missing_in_any(code, block.by, block.strata))


def _associated(responses: Responses, first: str, second: str) -> Outcome:
    kinds = {responses.codebook[code].kind for code in (first, second)}
    if kinds == {VariableKind.SCORE}:
        measure = pearson
    elif kinds == {VariableKind.SCALE}:
        measure = kendall
    else:
        measure = spearman
    columns = responses.numbers(first), responses.numbers(second)
    return measure(*columns, missing=responses.missing_in_any(first, second))
