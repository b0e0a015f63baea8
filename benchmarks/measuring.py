"""Time, statements and memory of two things side by side."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

MB = 1024 * 1024


@dataclass
class Line:
    """One row of the table: what was measured, against what, and what is wanted."""

    case: str
    unit: str
    ours: float
    bound: float | None = None
    statements: int | None = None
    peak_mb: float | None = None
    goal: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.bound if self.bound else None

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "ratio": self.ratio and round(self.ratio, 3)}


def at_most(line: Line, limit: float) -> Line:
    """Judge a line by its ratio, or by itself where it has no bound."""
    value = line.ours if line.ratio is None else line.ratio
    line.goal = f"≤ {limit:g}" + (" ×" if line.bound else f" {line.unit}")
    line.met = value <= limit
    return line


def at_least(line: Line, limit: float) -> Line:
    """Judge a line that is the better the larger it is."""
    value = line.ours if line.ratio is None else line.ratio
    line.goal = f"≥ {limit:g}" + (" ×" if line.bound else f" {line.unit}")
    line.met = value >= limit
    return line


def in_process(lines: Iterable[Line]) -> list[Line]:
    """Marks what was asked without a server, whose own time per request stands on neither side."""
    return [replace(line, case=f"in process: {line.case}") for line in lines]


@dataclass(frozen=True)
class Times:
    seconds: list[float]

    @property
    def ms(self) -> float:
        return 1000 * statistics.median(self.seconds)

    @property
    def p95_ms(self) -> float:
        return 1000 * sorted(self.seconds)[max(0, round(0.95 * len(self.seconds)) - 1)]


def side_by_side(*things: Callable[[], object], rounds: int) -> list[Times]:
    """A B A B: what disturbs the machine disturbs all of them. The first round warms up."""
    for thing in things:
        thing()
    found: list[list[float]] = [[] for _ in things]
    gc.collect()
    for _ in range(rounds):
        for thing, seconds in zip(things, found, strict=True):
            seconds.append(once(thing))
    return [Times(seconds) for seconds in found]


def processor(thing: Callable[[], object], rounds: int) -> Times:
    """What our own process spends, however busy the machine is; the database's part is not in it."""
    thing()
    found = []
    for _ in range(rounds):
        started = time.process_time()
        thing()
        found.append(time.process_time() - started)
    return Times(found)


def once(thing: Callable[[], object]) -> float:
    started = time.perf_counter()
    thing()
    return time.perf_counter() - started


def statements(thing: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        thing()
    return len(seen)


def database_ms(thing: Callable[[], object], rounds: int) -> float:
    """What PostgreSQL itself says of the statements that a thing reads by: without the way there.

    How long the client waited says on a busy machine how many others wait.
    """
    with CaptureQueriesContext(connection) as seen:
        thing()
    asked = [query["sql"] for query in seen if query["sql"].lstrip("(").startswith("SELECT")]
    return 1000 * statistics.median(sum(map(_told_by_plan, asked)) for _ in range(rounds))


def _told_by_plan(sql: str) -> float:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql.replace('%', '%%')}")
        ((plan,),) = cursor.fetchone()
    return (plan["Planning Time"] + plan["Execution Time"]) / 1000


def peak_mb(thing: Callable[[], object]) -> tuple[float, float]:
    """The process's largest memory while doing a thing, and by how much it grew; zeros where Linux does not tell."""
    gc.collect()
    before = _status("VmRSS")
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        thing()
        return 0.0, 0.0
    thing()
    peak = _status("VmHWM")
    return peak, peak - before


def _status(name: str) -> float:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)
