"""Registering over HTTP, to the page that says what came of it, against the limit served alike (goal 2)."""

from __future__ import annotations

from functools import partial
from typing import Any

from benchmarks.cases.registration import _address, _event, _guest
from benchmarks.cases.served_survey import limit_of
from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most
from benchmarks.visitors.sites import both_sites
from benchmarks.visitors.turns import FEW, MANY, Site, beside, in_turns, visit
from dissemination.enums import RegistrationState
from dissemination.models import Event, Registration
from network.models import Project

SEATS = 1_000_000


def run(ground: Ground) -> list[Line]:
    if not ground.is_postgresql:
        return []
    project, seconds, rounds = ground.house.project, ground.sizes.seconds, ground.sizes.turns
    with both_sites(ground) as (ours, bare):
        seated, short, waiting, limit = in_turns(
            partial(visit, ours, "registration", registered(_event(project, seats=SEATS))),
            partial(visit, ours, "registration", registered(_event(project, seats=SEATS), reads_outcome=False)),
            partial(visit, ours, "registration", registered(_event(project, seats=0))),
            partial(visit, bare, "limit", limit_of(20)), seconds=seconds, rounds=rounds,
        )  # fmt: skip
        failed = seated.failed + short.failed + waiting.failed
        lines = [
            *beside("registration, all steps", seated, limit, share=0.5),
            *beside("registration, page and form alone", short, limit, share=0.5),
            *beside("registration, waiting list", waiting, limit, share=0.5),
            at_most(Line(f"served registration, form with {FEW} clients, p95", "ms", seated.p95_ms("POST")), 50),
            at_most(Line(f"served registration, failed for {FEW} clients", "guests", failed), 0),
        ]
        return [*lines, *_last_seat(ours, project), *_exact(ours, project, seconds)]


def registered(event: Event, *, reads_outcome: bool = True) -> dict[str, Any]:
    address = f"/en{_address('event_register', event).removeprefix('/en')}"
    return {"address": address, "guest": _guest(0), "reads_outcome": reads_outcome}


def _last_seat(ours: Site, project: Project) -> list[Line]:
    """All at once, one form each, and every one sent twice."""
    event = _event(project, seats=1)
    visit(ours, "registration", registered(event), each=1, clients=MANY, some_are_impatient=True)
    seated = Registration.objects.filter(event=event, state=RegistrationState.CONFIRMED).count()
    lost = abs(MANY - Registration.objects.filter(event=event).count())
    return [
        at_most(Line(f"served registration, seats sold above one to {MANY} clients", "seats", abs(seated - 1)), 0),
        at_most(Line("served registration, lost or doubled on the last seat", "guests", lost), 0),
    ]


def _exact(ours: Site, project: Project, seconds: float) -> list[Line]:
    """Every seventh form is sent twice, without waiting for the first answer."""
    event = _event(project, seats=SEATS)
    met = visit(ours, "registration", registered(event), seconds=seconds, clients=MANY, some_are_impatient=True)
    stored = Registration.objects.filter(event=event).count()
    return [
        at_most(Line(f"served registration, lost or doubled by {MANY} clients", "guests", abs(stored - met.done)), 0),
        at_most(Line(f"served registration, failed for {MANY} clients", "guests", len(met.failed)), 0),
    ]
