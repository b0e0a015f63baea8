"""How a preview stands in figures, and how much of it is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from network.models import ImportBatch, ImportRow
from network.rules.importing.findings import RowRead


def figures_of(rows: Sequence[ImportRow], reads: Sequence[RowRead]) -> dict[str, Any]:
    taken = [row for row in rows if not row.is_refused]
    return {
        "rows": len(rows),
        "refused": len(rows) - len(taken),
        "warned": sum(bool(row.problems) for row in taken),
        "unsigned": sum(read.values.get("signed") is False for read in reads),
        "matches": dict(Counter(row.match for row in taken)),
        "open_matches": sum(is_open_match(row) for row in taken),
        "categories": dict(Counter(read.values["category"] for read in reads if read.values.get("category"))),
        "countries": dict(Counter(read.values["country"] for read in reads if read.values.get("country"))),
    }


def is_open_match(row: ImportRow) -> bool:
    """Possibly somebody we know, and nobody has decided."""
    return row.match == "possible" and not row.decision and not row.is_refused


def open_questions(batch: ImportBatch) -> int:
    """How much a person still has to settle before the batch can be applied."""
    figures = batch.counts.get("preview", {})
    return len(batch.questions) + int(figures.get("open_matches", 0))
