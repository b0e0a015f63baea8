"""The table on the screen and the JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.measuring import Line

HEAD = ("case", "ours", "bound", "ratio", "statements", "peak", "goal", "met")


def cells(line: Line) -> tuple[str, ...]:
    met = {None: "", True: "yes", False: "NO"}[line.met]
    return (
        line.case,
        f"{line.ours:.4g} {line.unit}",
        "" if line.bound is None else f"{line.bound:.4g} {line.unit}",
        "" if line.ratio is None else f"{line.ratio:.2f} ×",
        "" if line.statements is None else str(line.statements),
        "" if line.peak_mb is None else f"{line.peak_mb:.0f} MB",
        line.goal,
        met,
    )


def table(lines: Iterable[Line]) -> str:
    rows = [HEAD, *map(cells, lines)]
    wide = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(row, wide, strict=True)).rstrip() for row in rows
    )


def write(lines: Sequence[Line], where: Path, *, machine: str, size: int) -> None:
    where.parent.mkdir(parents=True, exist_ok=True)
    told = {
        "measured_on": date.today().isoformat(),
        "machine": machine,
        "participations": size,
        "lines": [line.as_dict() for line in lines],
    }
    where.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
