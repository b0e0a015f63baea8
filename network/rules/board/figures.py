"""The quota board as JSON, for programs and snapshots."""

from __future__ import annotations

from typing import Any

from network.rules.board.tables import Board, Cell


def cell_figures(cell: Cell) -> dict[str, Any]:
    """A cell as JSON holds it."""
    counts = cell.counts
    return {
        "target": counts.target,
        "expected": None if cell.expected is None else round(cell.expected, 1),
        "reached": counts.reached,
        "new": counts.new,
        "evidenced": counts.evidenced,
        "shared": counts.shared,
        "waiting": counts.waiting,
        "duplicates": counts.duplicates,
        "unnamed": counts.unnamed,
        "answers": counts.answers,
        "late": counts.late,
        "status": str(cell.status),
        "outlook": None
        if cell.outlook is None
        else {"low": cell.outlook.low, "high": cell.outlook.high, "needed_a_month": cell.outlook.needed_a_month},
        "by_month": list(counts.by_month),
    }


def board_figures(board: Board) -> dict[str, Any]:
    """The whole board as JSON: what the API answers and what a snapshot keeps."""
    return {
        "project": board.project,
        "period": board.period,
        "as_of": board.as_of.isoformat(),
        "months": [month.isoformat() for month in board.months],
        "partners": [
            {"id": column.id, "number": column.number, "name": column.name, "country": column.country}
            for column in board.columns
        ],
        "categories": [
            {
                "id": row.id,
                "code": row.code,
                "name": row.name,
                "unit": row.unit,
                "stated_total": row.stated_total,
                "distinct": row.distinct,
                "distinct_new": row.distinct_new,
                "total": cell_figures(row.total),
                "cells": [
                    {"partner": column.id, **cell_figures(cell)}
                    for column, cell in zip(board.columns, row.cells, strict=True)
                ],
            }
            for row in board.rows
        ],
    }
