"""Responses with a score for each scale."""

from __future__ import annotations

import polars as pl

from impact_study.rules.plan import Plan, Scale
from impact_study.rules.responses import MISSING, Responses
from impact_study.rules.statistics.scores import ScoreSheet, scale_scores
from impact_study.rules.variables import NUMERIC, Codebook, Variable, VariableKind


def with_scores(table: pl.DataFrame, codebook: Codebook, plan: Plan) -> Responses:
    """The complete responses, with a column for each scale whose items are all there."""
    frame = _typed(table.filter(pl.col("complete")) if "complete" in table.columns else table, codebook)
    known: dict[str, Variable] = dict(codebook)
    for scale in plan.scales:
        if not set(scale.items) <= set(frame.columns):
            continue
        frame = frame.with_columns(_score(frame, scale), _score_missing(frame, scale))
        known[scale.code] = Variable(scale.code, VariableKind.SCORE)
    return Responses(frame, known)


def _typed(frame: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """A column in which nobody has a value has no type of its own."""
    empty = [name for name, kind in frame.schema.items() if kind == pl.Null]
    return frame.with_columns([pl.col(name).cast(_kind_of(codebook.get(name))) for name in empty])


def _kind_of(variable: Variable | None) -> pl.DataType:
    if variable is None:
        return pl.String()
    if variable.kind is VariableKind.MULTIPLE:
        return pl.List(pl.String)
    return pl.Float64() if variable.kind in NUMERIC else pl.String()


def sheet_of(scale: Scale) -> ScoreSheet:
    return ScoreSheet(
        items=len(scale.items),
        reversed_items=tuple(scale.items.index(code) for code in scale.reversed_items),
        minimum=scale.minimum,
        maximum=scale.maximum,
        rule=scale.rule,
        least_share=scale.least_share,
    )


def _score(frame: pl.DataFrame, scale: Scale) -> pl.Series:
    columns = [frame[code].cast(pl.Float64).to_numpy() for code in scale.items]
    return pl.Series(scale.code, scale_scores(columns, sheet_of(scale)), nan_to_null=True)


def _score_missing(frame: pl.DataFrame, scale: Scale) -> pl.Expr:
    """The one reason that all items give, else not answered."""
    name, reasons = scale.code + MISSING, [code + MISSING for code in scale.items]
    if not set(reasons) <= set(frame.columns):
        return pl.lit(None, dtype=pl.String).alias(name)
    first = pl.col(reasons[0]).cast(pl.String)
    alike = pl.all_horizontal([pl.col(each).cast(pl.String) == first for each in reasons])
    return pl.when(alike).then(first).otherwise(pl.lit(None, dtype=pl.String)).alias(name)
