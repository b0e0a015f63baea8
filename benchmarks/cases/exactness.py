"""What keeping the figures exact costs: the same records noted and verified with and without counting (goal 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from unittest.mock import patch

from django.db import connection, transaction

from benchmarks.ground import Ground
from benchmarks.measuring import Line, at_most, once, side_by_side
from benchmarks.seed import House
from network.models import Category, Evidence, Occasion, Partner, Person
from network.services.participation import Attendee, note_participations
from network.services.verification import verify_participations

COUNTING = (
    "network.services.participation.tally_states", "network.services.verification.state_deltas",
    "network.services.verification.recount", "network.services.evidence.recount",
)  # fmt: skip
CLIENTS = 8


class Recorder:
    """Notes people at an occasion as one partner's and lets a colleague verify them."""

    def __init__(self, house: House) -> None:
        self.house, self.steps = house, count()
        project = house.project
        self.partners = list(Partner.objects.filter(project=project).select_related("organisation"))
        self.categories = list(Category.objects.filter(project=project))
        self.evidence = list(Evidence.objects.filter(project=project)[:1])
        self.people = list(Person.objects.order_by("-pk")[:10_000])

    def take_in(self, number: int) -> None:
        step = next(self.steps)
        occasion = Occasion.objects.create(project=self.house.project, kind="event", title=f"Benchmark {step}",
                                           held_on=self.house.project.starts_on)  # fmt: skip
        category = self.categories[step % len(self.categories)]
        at = step * number % len(self.people)
        people = [self.people[(at + place) % len(self.people)] for place in range(number)]
        records = note_participations(
            occasion=occasion, attendees=[Attendee(person, category) for person in people],
            partner=self.partners[step % len(self.partners)], by=self.house.coordinator, evidence=self.evidence,
        )  # fmt: skip
        verify_participations(records=records, by=self.house.verifier)


@contextmanager
def without_counting() -> Iterator[None]:
    """The bound: everything the services do except keeping the figures."""
    patches = [patch(name, lambda *args, **kwargs: None) for name in COUNTING]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def run(ground: Ground) -> list[Line]:
    sizes, recorder = ground.sizes, Recorder(ground.house)
    lines = [
        _compared(f"{sizes.batch} records noted and verified at once", lambda: recorder.take_in(sizes.batch), rounds=4),
        _compared("one record noted and verified", lambda: recorder.take_in(1), rounds=sizes.singles),
    ]
    if ground.is_postgresql:
        with ground.small() as small:
            lines.append(_together(Recorder(small), sizes.singles))
    return lines


def _compared(name: str, take_in: Callable[[], None], *, rounds: int) -> Line:
    def counted() -> None:
        with transaction.atomic():
            take_in()
            transaction.set_rollback(True)

    def uncounted() -> None:
        with without_counting():
            counted()

    ours, bare = side_by_side(counted, uncounted, rounds=rounds)
    return at_most(Line(f"{name} (time)", "ms", ours.ms, bare.ms), 1 / 0.85)


def _together(recorder: Recorder, singles: int) -> Line:
    """Eight clients at once, committed: rows that all of them had to change would show here."""

    def one(_number: int) -> None:
        try:
            recorder.take_in(1)
        finally:
            connection.close()

    def all_of_them() -> None:
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(one, range(singles)))

    counted, bare = [], []
    for _ in range(3):
        counted.append(once(all_of_them))
        with without_counting():
            bare.append(once(all_of_them))
    per = 1000 / singles
    return at_most(Line("one record each by 8 clients (time)", "ms", min(counted) * per, min(bare) * per), 1 / 0.85)
