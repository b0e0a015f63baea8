"""The public event page over HTTP (goal 6), and the door of a large event: server time as a device sees it."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.urls import reverse

from benchmarks.asking import session_of
from benchmarks.cases.check_in import GUESTS, large_event
from benchmarks.cases.registration import _address, _event
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most
from benchmarks.visitors.sites import both_sites
from benchmarks.visitors.turns import Site, beside, in_turns, visit


def run(ground: Ground) -> list[Line]:
    if not ground.is_postgresql:
        return []
    with both_sites(ground) as (ours, bare):
        return [*_public_page(ground, ours, bare), *_door(ground, ours)]


def _public_page(ground: Ground, ours: Site, bare: Site) -> list[Line]:
    """As kept under its stamp, and drawn anew for a visitor with a theme of one's own."""
    seconds, rounds = ground.sizes.seconds, ground.sizes.turns
    event = _event(ground.house.project, seats=100)
    told, least = {"address": _address("event_page", event)}, {"address": f"/event/{event.pk}/"}
    kept, drawn, bound = in_turns(
        partial(visit, ours, "page", told), partial(visit, ours, "page", told | {"cookie": "theme=dark"}),
        partial(visit, bare, "page", least), seconds=seconds, rounds=rounds,
    )  # fmt: skip
    alone, alone_bound = in_turns(
        partial(visit, ours, "page", told, clients=1), partial(visit, bare, "page", least, clients=1),
        seconds=seconds, rounds=rounds,
    )  # fmt: skip
    first = "served public event page, first byte for one client, p95"
    failed = kept.failed + drawn.failed + bound.failed
    return [
        *beside("public event page", kept, bound, share=0.6),
        *beside("public event page, drawn anew", drawn, bound, share=0.6),
        Line(first, "ms", alone.p95_ms("GET"), alone_bound.p95_ms("GET")),
        at_most(Line("served public event page, failed", "pages", failed), 0),
    ]


def _door(ground: Ground, ours: Site) -> list[Line]:
    """One device at the door; half of the guests are there."""
    house = ground.house
    event = large_event(house, min(GUESTS, ground.sizes.participations))
    cookie = f"{settings.SESSION_COOKIE_NAME}={session_of(house.coordinator)}"
    hashes = list(event.registrations.values_list("token_hash", flat=True)[:200])
    door = {"cookie": cookie, "hashes": hashes, "csrf": settings.CSRF_COOKIE_NAME}
    where = {name: reverse(f"dissemination:{name}", args=[event.project.code, event.pk])
             for name in ("check_in_scans", "check_in_counts", "check_in")}  # fmt: skip
    things = {
        "one scan": ("scan", "POST", where["check_in_scans"]),
        "counts": ("page", "GET", where["check_in_counts"]),
        "whole page with a search": ("page", "GET", where["check_in"] + "?q=invented+7"),
    }
    sending = [
        partial(visit, ours, journey, door | {"address": address}, clients=1)
        for journey, _method, address in things.values()
    ]
    lines = []
    met = in_turns(*sending, seconds=ground.sizes.seconds, rounds=ground.sizes.turns)
    for (name, thing), turns in zip(things.items(), met, strict=True):
        lines.append(at_most(Line(f"served check-in, {name}, p95", "ms", turns.p95_ms(thing[1])), 50))
        lines.append(Line(f"served check-in, {name}, processor time", "ms", turns.processor_ms))
    return lines
