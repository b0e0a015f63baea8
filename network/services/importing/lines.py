"""The rows of a sheet as a person looks them through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from core.problems import Problem
from core.sheets.tables import shown
from network.models import ImportBatch, ImportRow
from network.rules.importing.kept import is_kept
from network.rules.importing.wording import finding_problem

PREVIEWED = 20


@dataclass(frozen=True)
class Cell:
    """One cell with what is wrong in it."""

    letters: str
    heading: str
    text: str
    problems: list[Problem]


@dataclass(frozen=True)
class Line:
    """One row with its cells, and what is wrong with it as a whole."""

    row: ImportRow
    cells: list[Cell]
    problems: list[Problem]

    @property
    def is_refused(self) -> bool:
        return self.row.is_refused

    @property
    def cells_to_mend(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.problems]


def shown_columns(batch: ImportBatch) -> list[dict[str, Any]]:
    """The columns that are taken in, in the order of the sheet."""
    return [column for column in batch.columns if batch.mapping.get(str(column["index"]))]


def left_out(batch: ImportBatch) -> list[str]:
    """The columns that stay in the original file only, as people find them in the sheet."""
    contacts = batch.answers.get("contacts") == "yes"
    return [
        f"{column['letters']} {column['header']}".strip()
        for column in batch.columns
        if not is_kept(batch.mapping.get(str(column["index"]), ""), kind=batch.kind, with_contacts=contacts)
    ]


def lines(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[Line]:
    columns, mended = shown_columns(batch), batch.answers.get("cells", {})
    return [_line(row, columns, mended) for row in rows]


def _line(row: ImportRow, columns: Sequence[dict[str, Any]], mended: dict[str, str]) -> Line:
    problems = [finding_problem(stored) for stored in row.problems]
    cells = [
        Cell(
            column["letters"],
            column["header"] or column["letters"],
            mended.get(f"{row.label}:{column['letters']}") or _typed(row, column["index"]),
            [problem for problem in problems if problem.field == column["letters"]],
        )
        for column in columns
    ]
    placed = {id(problem) for cell in cells for problem in cell.problems}
    return Line(row, cells, [problem for problem in problems if id(problem) not in placed])


def _typed(row: ImportRow, index: int) -> str:
    return shown(row.typed[index]) if index < len(row.typed) else ""


def first_lines(batch: ImportBatch) -> list[Line]:
    return lines(batch, list(batch.rows.all()[:PREVIEWED]))


def refused_rows(batch: ImportBatch) -> QuerySet[ImportRow]:
    """A refused row is compared with nobody."""
    return batch.rows.exclude(problems=[]).filter(match="")
