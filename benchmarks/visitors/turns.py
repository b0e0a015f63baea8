"""Sends visitors to a site and asks the kernel what its workers spent on them; two sites in turns."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measuring import Line, at_least, at_most
from benchmarks.site import workers_of

FEW, MANY = 8, 64
SECONDS_TO_WARM = 0.5


@dataclass(frozen=True)
class Site:
    port: int
    process: int


@dataclass(frozen=True)
class Visit:
    """What visitors met, and the processor time of the site's processes meanwhile, in seconds."""

    done: int
    failed: list[str]
    lasted: float
    spent: float
    waited: Mapping[str, list[float]]


@dataclass(frozen=True)
class Turns:
    visits: list[Visit]

    @property
    def rate(self) -> float:
        return statistics.median(visit.done / visit.lasted for visit in self.visits)

    @property
    def processor_ms(self) -> float:
        return statistics.median(1000 * visit.spent / max(1, visit.done) for visit in self.visits)

    @property
    def failed(self) -> int:
        return sum(len(visit.failed) for visit in self.visits)

    def p95_ms(self, method: str) -> float:
        """Until the answer began."""
        seconds = sorted(each for visit in self.visits for each in visit.waited[method])
        return 1000 * seconds[max(0, round(0.95 * len(seconds)) - 1)]


def visit(
    site: Site, journey: str, told: Mapping[str, Any], *, seconds: float = 0, each: int = 0, clients: int = FEW,
    some_are_impatient: bool = False,
) -> Visit:  # fmt: skip
    plan = {
        "port": site.port, "journey": journey, "told": told, "seconds": seconds, "each": each, "clients": clients,
        "some_are_impatient": some_are_impatient,
    }  # fmt: skip
    before = spent(site.process)
    command = [sys.executable, "-m", "benchmarks.visitors"]
    ended = subprocess.run(command, input=json.dumps(plan), capture_output=True, text=True, check=True)
    met = json.loads(ended.stdout)
    if met["failed"]:
        print(f"{len(met['failed'])} on the {journey} failed: {met['failed'][0]}", file=sys.stderr)
    return Visit(met["done"], met["failed"], met["lasted"], spent(site.process) - before, met["waited"])


def in_turns(*sending: Callable[..., Visit], seconds: float, rounds: int) -> list[Turns]:
    """A B A B, each for so many seconds; before that all of them for a moment, to warm up."""
    for send in sending:
        send(seconds=min(seconds, SECONDS_TO_WARM))
    met: list[list[Visit]] = [[] for _ in sending]
    for _ in range(rounds):
        for send, visits in zip(sending, met, strict=True):
            visits.append(send(seconds=seconds))
    return [Turns(visits) for visits in met]


def beside(case: str, ours: Turns, bound: Turns, *, share: float) -> list[Line]:
    """How many a second, and what the server spends on each: ours is to reach a share of the bound."""
    return [
        at_least(Line(f"served {case}, rate", "/s", ours.rate, bound.rate), share),
        at_most(Line(f"served {case}, processor time", "ms", ours.processor_ms, bound.processor_ms), 1 / share),
    ]


def spent(process: int) -> float:
    """Processor time of a server with its workers, those that ended as well."""
    ticks = 0
    for each in (process, *workers_of(process)):
        own = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(int(ticked) for ticked in own[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")
