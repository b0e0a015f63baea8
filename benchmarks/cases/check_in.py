"""Check-in at the door of a large event, half of whose guests are there: server time of a scan, counts and search."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

from django.conf import settings
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from benchmarks.asking import asker, handler, session_of
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, in_process, processor, side_by_side, statements
from benchmarks.seed import House
from dissemination.models import Attendance, Event, Registration, Seats
from dissemination.rules.guests import search_key
from dissemination.rules.tickets import hash_of, ticket_token

GUESTS = 5_000
ROUNDS = 60


def run(ground: Ground) -> list[Line]:
    with ground.small() as house:
        event = large_event(house, min(GUESTS, ground.sizes.participations))
        where = [event.project.code, event.pk]
        ask, typed, scan = asker(house.coordinator), asker(house.coordinator, htmx=True), scanner(house, event)
        search = reverse("dissemination:check_in", args=where) + "?q=invented+7"
        rounds = max(2, min(ROUNDS, 20 * ground.sizes.rounds))
        lines = []
        for name, thing in (
            ("one scan", scan),
            ("counts", lambda: ask(reverse("dissemination:check_in_counts", args=where))),
            ("search by name", lambda: typed(search)),
            ("whole page with a search", lambda: ask(search)),
        ):
            times = side_by_side(thing, rounds=rounds)[0]
            line = Line(f"check-in, {name}, p95", "ms", times.p95_ms, statements=statements(thing))
            lines.append(at_most(line, 50))
            lines.append(Line(f"check-in, {name}, processor time", "ms", processor(thing, rounds).ms))
        return in_process(lines)


def large_event(house: House, number: int) -> Event:
    now = timezone.now()
    event = Event.objects.create(
        project=house.project, partner=house.project.partners.first(), kind="conference", title={"en": "Invented"},
        starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=5), state="published", venue="Hall",
        published_at=now,
    )  # fmt: skip
    Seats.objects.create(event=event, mode="on_site", taken=number)
    rows = []
    for count in range(number):
        uid, name, email = uuid.uuid4(), f"Invented {count}", f"guest{count}@example.org"
        rows.append(
            Registration(
                event=event, uid=uid, token_hash=hash_of(ticket_token(uid)), name=name, email=email, email_key=email,
                organisation_name="Invented School", search_key=search_key(name, email, "Invented School"),
                country="ES", state="confirmed",
            )
        )  # fmt: skip
    guests = Registration.objects.bulk_create(rows, batch_size=1000)
    seen = [Attendance(event=event, registration=guest, kind="scan", scanned_at=now) for guest in guests[::2]]
    Attendance.objects.bulk_create(seen, batch_size=1000)
    return event


def scanner(house: House, event: Event) -> Callable[[], object]:
    """Sends one scan of another guest each time, with everything that the platform puts before its views."""
    through, key, requests = handler(), session_of(house.coordinator), RequestFactory()
    address = reverse("dissemination:check_in_scans", args=[event.project.code, event.pk])
    hashes = _round(list(event.registrations.values_list("token_hash", flat=True)[:200]))

    def scan() -> object:
        one = {"nonce": uuid.uuid4().hex, "hash": next(hashes), "at": timezone.now().isoformat()}
        body = json.dumps({"device": "bench", "scans": [one]})
        request = requests.post(address, body, content_type="application/json")
        request.COOKIES[settings.SESSION_COOKIE_NAME] = key
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # as Django's own test client does
        answer = through.get_response(request)
        if answer.status_code != 200:
            raise AssertionError(f"{address} answered {answer.status_code}")
        return answer

    return scan


def _round(hashes: list[str]) -> Iterator[str]:
    while True:
        yield from hashes
