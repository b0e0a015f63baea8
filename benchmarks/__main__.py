"""`python -m benchmarks [case …]`: measures everything, or the named cases, prints the table and writes JSON."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.ground import Ground, Sizes
    from benchmarks.seed import House

CASES = (
    "board",
    "registration",
    "public_page",
    "exactness",
    "export",
    "lists",
    "importing",
    "printing",
    "sheet",
    "survey",
    "answers",
    "studies",
    "check_in",
    "served_survey",
    "served_registration",
    "served_pages",
    "front",
    "workers",
)
RESULTS = Path(__file__).parent / "results"
LARGE, SMALL = "qqvet_bench", "qqvet_bench_small"


def main(wanted: list[str]) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    is_quick = os.environ.get("QUICK", "").lower() in {"1", "true", "yes"}
    with ExitStack() as stack:
        from benchmarks.server import find_server

        server = find_server(stack)
        os.environ["DATABASE_URL"] = server.format(name=_name(is_quick)) if server else ""
        if server:
            from benchmarks.server import make

            make(server, _name(is_quick))
        import django

        django.setup()
        return _measured(_ground(server, is_quick), wanted or list(CASES), is_quick)


def _name(is_quick: bool) -> str:
    return f"{LARGE}_quick" if is_quick else LARGE


def _ground(server: str, is_quick: bool) -> Ground:
    from django.db import connection

    from benchmarks.ground import FULL, QUICK, Ground, fits, kept_house, same_house
    from benchmarks.server import make

    sizes = QUICK if is_quick or not server else FULL
    print(f"Filling a project of {sizes.participations:,} participations, unless it is there", flush=True)
    house = kept_house(sizes)
    if not fits(sizes):
        connection.close()
        if not server:
            raise SystemExit("The database holds another project. Set DATA_DIR to an empty folder.")
        make(server, _name(is_quick), anew=True)
        house = kept_house(sizes)
    small = _small(server, sizes) if server else same_house(house)
    address = os.environ["DATABASE_URL"]
    return Ground(sizes, house, small, is_postgresql=bool(server), address=address)


def _small(server: str, sizes: Sizes):  # type: ignore[no-untyped-def]
    """A fresh small house each time: cases may write into it."""

    @contextmanager
    def opened() -> Iterator[House]:
        from dataclasses import replace

        from benchmarks.ground import database, kept_house
        from benchmarks.server import make

        make(server, SMALL, anew=True)
        with database(SMALL):
            yield kept_house(replace(sizes, participations=sizes.few, people=sizes.few // 5))

    return opened


def _measured(ground: Ground, wanted: list[str], is_quick: bool) -> int:
    from importlib import import_module

    from benchmarks.table import table, write

    lines, failed, started = [], [], time.monotonic()
    for name in wanted:
        print(f"{time.monotonic() - started:5.0f} s  {name}", flush=True)
        try:
            found = import_module(f"benchmarks.cases.{name}").run(ground)
        except Exception as error:
            failed.append(f"{name}: {error!r}")
            if os.environ.get("DEBUG_BENCH"):
                raise
            continue
        lines += found
        print(table(found), flush=True)
    print(f"\nMeasured in {(time.monotonic() - started) / 60:.1f} minutes\n\n{table(lines)}")
    where = RESULTS / ("quick.json" if is_quick else "latest.json")
    machine = f"{os.cpu_count()} cores, shared; {'PostgreSQL' if ground.is_postgresql else 'SQLite'}"
    write(lines, where, machine=machine, size=ground.sizes.participations)
    for each in failed:
        print(f"could not be measured: {each}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
