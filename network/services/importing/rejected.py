"""Rows that were refused, to be handed out again with the reason in a column of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from network.models import ImportBatch
from network.rules.importing.wording import finding_problem


@dataclass(frozen=True)
class Rejected:
    """A list of the same shape as the one that came in."""

    header: list[str]
    rows: Iterator[list[Any]]


def rejected_rows(batch: ImportBatch) -> Rejected:
    """The refused rows as typed. Cells that somebody mended here carry the mended text."""
    header = [column["header"] or column["letters"] for column in batch.columns]
    return Rejected([*header, _("Row"), _("Reason")], _rows(batch))


def _rows(batch: ImportBatch) -> Iterator[list[Any]]:
    mended = batch.answers.get("cells", {})
    for row in batch.rows.iterator(chunk_size=2000):
        if not row.is_refused:
            continue
        cells = []
        for column in batch.columns:
            typed = row.typed[column["index"]] if column["index"] < len(row.typed) else None
            cells.append(mended.get(f"{row.label}:{column['letters']}", typed))
        reasons = [str(finding_problem(stored).message) for stored in row.problems if not stored["warning"]]
        yield [*cells, row.label, " ".join(reasons)]
