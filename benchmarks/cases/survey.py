"""Answering a survey in process, against a page rendered beforehand with one INSERT and a Django form (goal 1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from django.db import connection
from django.http import HttpResponseBase
from django.test import RequestFactory
from django.urls import set_urlconf
from django.utils import translation

from benchmarks.asking import form_request, handler
from benchmarks.bounds.bare_survey import CHOICES, TABLE
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, in_process, processor, side_by_side, statements
from benchmarks.questionnaires import wave_of
from impact_study.models import Channel, Response, ResponseDelta
from network.models import Project

STATE = re.compile(r'name="_state" value="([^"]+)"')
type Ask = Callable[..., HttpResponseBase]


def run(ground: Ground) -> list[Line]:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    ours, bare = asker(handler()), asker(handler(MIDDLEWARE=[]), "benchmarks.bounds.bare_survey")
    rounds, project = ground.sizes.rounds * 3, ground.house.project
    one, four = _channel(project, 20, pages=1), _channel(project, 20, pages=4)
    limit, form = lambda n=20: bound_of(bare, "plain", n), lambda n=20: bound_of(bare, "form", n)
    whole, bound, formed, steps = side_by_side(
        lambda: _answer(ours, one, 20), limit, form, lambda: _answer(ours, four, 20, pages=4), rounds=rounds
    )
    first, bare_first = side_by_side(
        lambda: ours("GET", f"/en/s/{one}/answer/"), lambda: bare("GET", "/plain/20/"), rounds=rounds
    )
    spent, least = processor(lambda: _answer(ours, one, 20), rounds), processor(limit, rounds)
    lines = [
        at_most(Line("submission against the limit, processor time", "ms", spent.ms, least.ms), 1 / 0.7),
        at_most(Line("submission, one page of 20, against the limit", "ms", whole.ms, bound.ms), 1 / 0.7),
        at_most(Line("the same against a Django form", "ms", whole.ms, formed.ms), 1 / 3.5),
        at_most(Line("four pages of 5 against one of 20, a request", "ms", steps.ms / 5, whole.ms / 2), 1.2),
        at_most(Line("first page, p95", "ms", first.p95_ms, bare_first.p95_ms,
                     statements(lambda: ours("GET", f"/en/s/{one}/answer/"))), 2),
    ]  # fmt: skip
    return in_process([*lines, *_lengths(ours, limit, project, rounds), _exact()])


def _lengths(ours: Ask, limit: Callable[[int], object], project: Project, rounds: int) -> list[Line]:
    """Longer questionnaires: each against the limit of its own length, relative to the ratio with 20."""
    lines = []
    for number in (60, 200):
        slug = _channel(project, number, pages=1)
        whole, bound = side_by_side(
            lambda s=slug, n=number: _answer(ours, s, n), lambda n=number: limit(n), rounds=max(2, rounds // 3)
        )
        lines.append(at_most(Line(f"submission of {number} questions against the limit", "ms", whole.ms, bound.ms), 2))
    return lines


def _exact() -> Line:
    """Responses without their count, or counted without being there."""
    counted = sum(ResponseDelta.objects.filter(step="complete").values_list("number", flat=True))
    return at_most(Line("responses lost or doubled", "responses", abs(counted - Response.objects.count())), 0)


def asker(through: Any, urlconf: str = "") -> Ask:
    """Asks like a browser without a session; another address book is put away again."""
    requests = RequestFactory()

    def ask(method: str, address: str, data: dict[str, str] | None = None) -> HttpResponseBase:
        request = form_request(address, data or {}) if method == "POST" else requests.get(address)
        if urlconf:
            request.urlconf = urlconf
        try:
            with translation.override("en"):
                answer = through.get_response(request)
        finally:
            set_urlconf(None)
        if answer.status_code != 200:
            raise AssertionError(f"{address} answered {answer.status_code}")
        return answer

    return ask


def bound_of(bare: Ask, kind: str = "plain", number: int = 20) -> None:
    bare("GET", f"/{kind}/{number}/")
    bare("POST", f"/{kind}/{number}/", {f"q{place}": CHOICES[place % 5] for place in range(number)})


def _answer(ours: Ask, slug: str, number: int, pages: int = 1) -> None:
    """Open, and send each page."""
    address, each = f"/en/s/{slug}/answer/", number // pages
    page: Any = ours("GET", address)
    for start in range(0, number, each):
        state = unescape(STATE.search(page.content.decode())[1])  # type: ignore[index]
        sent = {f"q{place}": f"c{place % 5}" for place in range(start, start + each)}
        page = ours("POST", address, {"_state": state, "_go": "next", **sent})


def _channel(project: Project, number: int, *, pages: int) -> str:
    """An open link into a questionnaire of that length, made anew each time."""
    wave = wave_of(project, number, pages=pages)
    return Channel.objects.create(wave=wave, partner=project.partners.order_by("number")[0]).slug
