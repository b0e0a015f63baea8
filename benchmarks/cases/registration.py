"""Registering in process for an event with seats, a waiting list and a mail, against the limit of a form (goal 2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from html import unescape
from itertools import count
from typing import Any

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.db import close_old_connections, connection
from django.http import HttpResponseBase
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from benchmarks.asking import form_request, handler
from benchmarks.bounds.bare_survey import TABLE
from benchmarks.cases.survey import asker, bound_of
from benchmarks.ground import Ground
from benchmarks.measuring import Line, Times, at_most, in_process, once, processor, side_by_side, statements
from dissemination.enums import RegistrationState
from dissemination.models import Event, Registration, Seats
from network.models import Project
from qqvet.celery import app

FEW, MANY = 8, 64
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|key)" value="([^"]+)"')
numbers = count(1)


def run(ground: Ground) -> list[Line]:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    through, bare = handler(), asker(handler(MIDDLEWARE=[]), "benchmarks.bounds.bare_survey")
    rounds, project = ground.sizes.rounds * 3, ground.house.project
    event, full = _event(project, seats=1_000_000), _event(project, seats=0)
    with _queued():
        seated, waiting, limit = side_by_side(
            lambda: _register(through, event), lambda: _register(through, full), lambda: bound_of(bare),
            rounds=rounds,
        )  # fmt: skip
        needed = statements(lambda: _register(through, event))
        spent, least = processor(lambda: _register(through, event), rounds), processor(lambda: bound_of(bare), rounds)
        lines = [
            at_most(Line("registration against the limit", "ms", seated.ms, limit.ms, needed), 2),
            at_most(Line("registration against the limit, processor time", "ms", spent.ms, least.ms), 2),
            at_most(Line("registration on the waiting list against the limit", "ms", waiting.ms, limit.ms), 2),
        ]
        return in_process(lines + (_together(through, project, rounds) if ground.is_postgresql else []))


def _together(through: BaseHandler, project: Project, rounds: int) -> list[Line]:
    """Eight clients at once in one process, and 64 on the last seat."""
    event, last = _event(project, seats=1_000_000), _event(project, seats=1)
    each = Times(_at_once(lambda: _register(through, event), clients=FEW, times=rounds * FEW))
    _at_once(lambda: _register(through, last), clients=MANY, times=MANY)
    seated = Registration.objects.filter(event=last, state=RegistrationState.CONFIRMED).count()
    lost = MANY - Registration.objects.filter(event=last).count()
    return [
        at_most(Line(f"registration with {FEW} clients, p95", "ms", each.p95_ms), 50),
        at_most(Line(f"seats sold above one with {MANY} clients on the last", "seats", abs(seated - 1)), 0),
        at_most(Line("registrations lost among them", "guests", lost), 0),
    ]


def _at_once(thing: Callable[[], object], *, clients: int, times: int) -> list[float]:
    def timed(_number: int) -> float:
        try:
            return once(thing)
        finally:
            close_old_connections()

    def leave() -> None:
        connection.close()

    with ThreadPoolExecutor(clients) as pool:
        seconds = list(pool.map(timed, range(times)))
        list(pool.map(lambda _one: leave(), range(clients * 2)))
    return seconds


@contextmanager
def _queued() -> Iterator[None]:
    """The mail is queued, as where a worker runs; writing it is the worker's time."""
    before = app.conf.task_always_eager, app.conf.broker_url
    app.conf.task_always_eager, app.conf.broker_url = False, "memory://"
    try:
        yield
    finally:
        app.conf.task_always_eager, app.conf.broker_url = before


def _register(through: BaseHandler, event: Event) -> None:
    """Open the page and send it, as a phone would."""
    address = _address("event_register", event)
    page: Any = _ask(through, RequestFactory().get(address), 200)
    hidden = {name: unescape(value) for name, value in HIDDEN.findall(page.content.decode())}
    sent = form_request(address, {**hidden, **_guest(next(numbers))})
    sent.COOKIES[settings.CSRF_COOKIE_NAME] = page.cookies[settings.CSRF_COOKIE_NAME].value
    _ask(through, sent, 302)


def _address(name: str, event: Event) -> str:
    return reverse(f"dissemination:{name}", args=[event.project.code, event.pk])


def _guest(number: int) -> dict[str, str]:
    return {
        "name": f"Invented Guest {number}", "email": f"guest{number}@example.org", "country": "ES",
        "organisation_name": "Invented School", "function": "Teacher", "mode": "on_site",
    }  # fmt: skip


def _ask(through: BaseHandler, request: Any, expected: int) -> HttpResponseBase:
    with translation.override("en"):
        answer = through.get_response(request)
    if answer.status_code != expected:
        raise AssertionError(f"{request.path} answered {answer.status_code}")
    return answer


def _event(project: Project, *, seats: int) -> Event:
    """A published event of the benchmarks' project, made anew each time."""
    Project.objects.filter(pk=project.pk).update(is_public=True)
    start = timezone.now() + timedelta(days=30)
    event = Event.objects.create(
        project=project, partner=project.partners.order_by("number")[0], kind="workshop", title={"en": "Bench"},
        venue="Invented Hall", country="ES", starts_at=start, ends_at=start + timedelta(hours=3), state="published",
        published_at=timezone.now(),
    )  # fmt: skip
    Seats.objects.create(event=event, mode="on_site", capacity=seats)
    return event
