"""What a run stands on: sizes, databases, and the houses that the cases ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection

from benchmarks.seed import House, found, seed
from network.models import Participation, Project


@dataclass(frozen=True)
class Sizes:
    """How much of everything; `QUICK=1` and the smoke test take less."""

    participations: int = 1_000_000
    people: int = 200_000
    few: int = 10_000
    rounds: int = 40
    batch: int = 1_000
    singles: int = 120
    export_rows: int = 100_000
    import_rows: int = 20_000
    report_rows: int = 420
    seconds: float = 6.0
    turns: int = 3


FULL = Sizes()
QUICK = Sizes(participations=100_000, people=20_000, rounds=15, batch=400, singles=40, export_rows=50_000,
              import_rows=2_000, report_rows=100, seconds=2.0)  # fmt: skip
TINY = Sizes(participations=600, people=120, few=600, rounds=2, batch=20, singles=2, export_rows=500, import_rows=20,
             report_rows=5, seconds=0.2, turns=1)  # fmt: skip


@dataclass(frozen=True)
class Ground:
    """The large house is open; `small` opens the other one for a while."""

    sizes: Sizes
    house: House
    small: Callable[[], AbstractContextManager[House]]
    is_postgresql: bool
    address: str = ""


def kept_house(sizes: Sizes) -> House:
    """The house of the connected database, filled anew unless it is there and fits."""
    call_command("migrate", verbosity=0)
    if Project.objects.filter(code="bench").exists():
        return found()
    house = seed(participations=sizes.participations, people=sizes.people)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return house


def fits(sizes: Sizes) -> bool:
    """Whether a kept database has the wanted size and nothing half done."""
    return Participation.objects.count() == sizes.participations


@contextmanager
def database(name: str) -> Iterator[None]:
    """Let the one connection speak to another database of the same server."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def same_house(house: House) -> Callable[[], AbstractContextManager[House]]:
    """For runs on one database only."""
    return lambda: nullcontext(house)
