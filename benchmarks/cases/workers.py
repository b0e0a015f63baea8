"""Two web workers under load: their memory, and what eight times the clients do to them (goal 8)."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from benchmarks.asking import session_of
from benchmarks.cases.lists import PAGES
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most
from benchmarks.site import load, served, workers_pss

FEW, MANY = 8, 64


def run(ground: Ground) -> list[Line]:
    if not ground.is_postgresql or not Path("/proc/self/smaps_rollup").exists():
        return []
    seconds, code = ground.sizes.seconds, ground.house.project.code
    cookie = f"{settings.SESSION_COOKIE_NAME}={session_of(ground.house.coordinator)}"
    board = reverse("network:board", args=[code])
    pages = [board, *(reverse(f"network:{name}", args=[code]) for name in PAGES)]
    told = {"DATABASE_URL": ground.address, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    told["DATA_DIR"] = os.environ["DATA_DIR"]
    with served("benchmarks.bounds.bare_site:application", told) as (port, process):
        load(port, ["/"], clients=FEW, seconds=seconds)
        bare, bare_whole = workers_pss(process)
    with served("qqvet.wsgi:application", told) as (port, process):
        load(port, pages, clients=FEW, seconds=max(2 * seconds, 4), cookie=cookie)
        few, many = [], []
        for _ in range(2):
            few.append(load(port, [board], clients=FEW, seconds=seconds, cookie=cookie))
            many.append(load(port, [board], clients=MANY, seconds=seconds, cookie=cookie))
        ours, whole = workers_pss(process)
    usual, crowded = max(few, key=lambda one: one.rate), max(many, key=lambda one: one.rate)
    return [
        at_most(Line("two web workers after load, PSS", "MB", ours), 150),
        at_most(Line("the same with the process they come from", "MB", whole), 150),
        at_most(Line("two web workers against two bare ones", "MB", ours, bare), 1.5),
        at_most(Line("the same with the process they come from, against bare", "MB", whole, bare_whole), 1.5),
        at_most(Line(f"{FEW} clients' rate against {MANY} clients'", "/s", usual.rate, crowded.rate), 1 / 0.9),
        at_most(Line(f"p99 with {MANY} clients against p50", "ms", 1000 * crowded.percentile(0.99),
                     1000 * crowded.percentile(0.5)), 10),
        at_most(Line("answers that failed", "answers", sum(one.failed for one in few + many)), 0),
    ]  # fmt: skip
