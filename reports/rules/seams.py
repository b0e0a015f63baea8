"""Where a long report is cut, so that two cores can print it at the same time."""

from __future__ import annotations

from collections.abc import Sequence

from network.reporting import Table
from reports.rules.content import Block, Chart, Figures, Part

# How long a piece takes to print, in cells of a table: they are most of the work.
LETTERS_A_CELL = 80
CELLS_A_CHART = 40
CELLS_A_FIGURE = 5
OPENING = 300  # cover and contents go with the first half, and so does the joining
LONG = 1200  # about ten pages; below that the cut costs more than it gains
WORTH = 0.85  # of the whole at most may fall on the slower half


def seam(parts: Sequence[Part]) -> int | None:
    """Before which part: both halves take about as long. None where a report is better printed in one go."""
    sizes = [sum(map(_size, part.blocks)) for part in parts]
    if len(parts) < 2 or sum(sizes) < LONG:
        return None

    def slower(at: int) -> int:
        return max(OPENING + sum(sizes[:at]), sum(sizes[at:]))

    best = min(range(1, len(parts)), key=slower)
    return best if slower(best) <= WORTH * sum(sizes) else None


def _size(block: Block) -> int:
    if isinstance(block, Table):
        return (len(block.rows) + 1) * len(block.head)
    if isinstance(block, Figures):
        return len(block.figures) * CELLS_A_FIGURE
    if isinstance(block, Chart):
        return CELLS_A_CHART
    return len(block.text) // LETTERS_A_CELL
