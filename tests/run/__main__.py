"""Runs the suite first on SQLite, then on PostgreSQL, and says what it ran on.

Further words on the command line go to pytest: `python -m tests.run tests/core -k forms`.
"""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass

from tests.run.found import Found, Missing
from tests.run.postgresql import ROOT, find_postgresql
from tests.run.services import find_chromium, find_redis
from tests.run.tally import Tally

RESULTS = ROOT / "var" / "tests"
NO_TESTS = 5
"""What pytest answers when no test fits the words it was given."""
FEW = 5
"""So many failures may be the fault of a busy machine; more are the fault of the code."""


@dataclass(frozen=True)
class Leg:
    """One pass over the suite on one database."""

    name: str
    environment: dict[str, str]
    markers: str = ""


def main(words: list[str]) -> int:
    started = time.monotonic()
    with ExitStack() as stack:
        postgresql = find_postgresql(stack)
        redis = find_redis(stack)
        chromium = find_chromium()
        services = service_environment(redis, chromium)
        legs = [Leg("SQLite", {"DATABASE_URL": "", **services})]
        if isinstance(postgresql, Found):
            # What a page looks like does not depend on the database: the browser runs once.
            legs.append(Leg("PostgreSQL", {"DATABASE_URL": postgresql.address, **services}, "not browser"))
        tallies = {leg.name: run(leg, words) for leg in legs}
    sqlite = Found(f"SQLite {sqlite3.sqlite_version}", "")
    backends = [sqlite, postgresql, redis, chromium]
    report(backends, tallies, minutes=(time.monotonic() - started) / 60)
    return verdict(backends, tallies)


def service_environment(*services: Found | Missing) -> dict[str, str]:
    """How the tests learn where the real services are; an empty word says there is none."""
    names = ("TEST_REDIS_URL", "CHROMIUM")
    return {
        name: service.address if isinstance(service, Found) else ""
        for name, service in zip(names, services, strict=True)
    }


def run(leg: Leg, words: list[str]) -> Tally:
    print(f"\n=== The suite on {leg.name} ===", flush=True)
    tally = once(leg, words, "-n", "2", "--dist", "worksteal")
    if not tally.failures or tally.failed > FEW:
        return tally
    print(f"\n=== What failed on {leg.name}, once more and alone ===", flush=True)
    return tally.after(once(leg, words, "-n", "0", "--last-failed"))


def once(leg: Leg, words: list[str], *how: str) -> Tally:
    RESULTS.mkdir(parents=True, exist_ok=True)
    result = RESULTS / f"{leg.name.lower()}.xml"
    result.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", *how, f"--junitxml={result}"]
    if leg.markers:
        command += ["-m", leg.markers]
    answer = subprocess.run([*command, *words], cwd=ROOT, env={**os.environ, **leg.environment}, check=False)
    tally = Tally.read(result)
    if answer.returncode not in (0, NO_TESTS) and not tally.failed:
        return Tally(tally.passed, tally.failed + 1, tally.skipped)
    return tally


def report(backends: list[Found | Missing], tallies: dict[str, Tally], *, minutes: float) -> None:
    print(f"\n=== What it ran on ({minutes:.1f} minutes) ===")
    for backend in backends:
        if isinstance(backend, Found):
            print(f"used      {backend.name}")
        else:
            print(f"left out  {backend.name}: {backend.reason}")
    for name, tally in tallies.items():
        print(f"{name}: {tally}")
        for reason, tests in tally.reasons.most_common():
            print(f"left out  {tests} of {name}: {reason}")
        for test in tally.unsteady:
            print(f"unsteady  {test} failed on {name} among the others and passed alone: to be mended")
    print(f"all: {Tally.total(tallies.values())}", flush=True)


def verdict(backends: list[Found | Missing], tallies: dict[str, Tally]) -> int:
    """Nothing may fail, something must have run, and in CI nothing may be left out."""
    total = Tally.total(tallies.values())
    incomplete = in_ci() and any(isinstance(backend, Missing) for backend in backends)
    return 1 if total.failed or not total.passed or incomplete else 0


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
