"""Answering a survey over HTTP, against the limit served alike (goal 1)."""

from __future__ import annotations

from functools import partial
from typing import Any

from benchmarks.bounds.bare_survey import CHOICES
from benchmarks.cases.survey import _channel
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_least, at_most
from benchmarks.visitors.sites import both_sites
from benchmarks.visitors.turns import MANY, Site, beside, in_turns, visit
from impact_study.models import Response
from network.models import Project

LENGTHS = (60, 200)


def run(ground: Ground) -> list[Line]:
    if not ground.is_postgresql:
        return []
    project, seconds, rounds = ground.house.project, ground.sizes.seconds, ground.sizes.turns
    with both_sites(ground) as (ours, bare):
        whole, limit, form, steps = in_turns(
            partial(visit, ours, "survey", answered(project, 20)), partial(visit, bare, "limit", limit_of(20)),
            partial(visit, bare, "limit", limit_of(20, "form")),
            partial(visit, ours, "survey", answered(project, 20, pages=4)), seconds=seconds, rounds=rounds,
        )  # fmt: skip
        a_request = Line(
            "served survey, four pages of 5, processor time a request", "ms", steps.processor_ms / 5,
            whole.processor_ms / 2,
        )  # fmt: skip
        lines = [
            *beside("survey of 20", whole, limit, share=0.7),
            at_least(Line("served survey of 20 against a Django form, rate", "/s", whole.rate, form.rate), 3.5),
            at_most(a_request, 1.2),
        ]
        for number in LENGTHS:
            lines += _of_length(ours, bare, project, number, seconds, rounds)
        lines += _first_page(ours, bare, project, seconds, rounds)
        return [*lines, *_exact(ours, project, seconds)]


def answered(project: Project, number: int, *, pages: int = 1) -> dict[str, Any]:
    """A new questionnaire of that length, and what is filled in on each page."""
    each = number // pages
    filled = [
        {f"q{place}": f"c{place % 5}" for place in range(start, start + each)} for start in range(0, number, each)
    ]
    return {"address": f"/en/s/{_channel(project, number, pages=pages)}/answer/", "pages": filled}


def limit_of(number: int, kind: str = "plain") -> dict[str, Any]:
    return {"address": f"/{kind}/{number}/", "form": {f"q{place}": CHOICES[place % 5] for place in range(number)}}


def _of_length(ours: Site, bare: Site, project: Project, number: int, seconds: float, rounds: int) -> list[Line]:
    whole, limit = in_turns(
        partial(visit, ours, "survey", answered(project, number)), partial(visit, bare, "limit", limit_of(number)),
        seconds=seconds, rounds=rounds,
    )  # fmt: skip
    return beside(f"survey of {number}", whole, limit, share=0.5)


def _first_page(ours: Site, bare: Site, project: Project, seconds: float, rounds: int) -> list[Line]:
    """What a single visitor waits for."""
    opened, limit = in_turns(
        partial(visit, ours, "page", answered(project, 20), clients=1),
        partial(visit, bare, "page", limit_of(20), clients=1), seconds=seconds, rounds=rounds,
    )  # fmt: skip
    return [
        at_most(Line("served survey, first byte of the first page, p95", "ms", opened.p95_ms("GET"),
                     limit.p95_ms("GET")), 2),
        at_most(Line("served survey, first page, processor time", "ms", opened.processor_ms, limit.processor_ms), 2),
    ]  # fmt: skip


def _exact(ours: Site, project: Project, seconds: float) -> list[Line]:
    """Every seventh form is sent twice, without waiting for the first answer."""
    told = answered(project, 20)
    met = visit(ours, "survey", told, seconds=seconds, clients=MANY, some_are_impatient=True)
    stored = Response.objects.filter(wave__channels__slug=told["address"].split("/")[3]).count()
    return [
        at_most(Line(f"served survey, lost or doubled by {MANY} clients", "responses", abs(stored - met.done)), 0),
        at_most(Line(f"served survey, failed for {MANY} clients", "surveys", len(met.failed)), 0),
    ]
