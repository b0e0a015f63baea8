"""Each case runs on a tiny house: what it measures holds, how fast is left to `make bench`."""

from importlib import import_module

import pytest
from django.db import connection

from benchmarks.ground import TINY, Ground, same_house
from benchmarks.seed import seed
from benchmarks.table import table
from network.services.checking import full_count, full_states, kept_count, kept_states
from tests.deploy.front import NGINX

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    return seed(participations=TINY.participations, people=TINY.people)


def test_seed_keeps_the_figures_of_its_records(house):
    assert kept_count(house.project) == full_count(house.project)
    assert kept_states(house.project) == full_states(house.project)


@pytest.mark.parametrize(
    "case",
    [
        "board",
        "registration",
        "public_page",
        "exactness",
        "export",
        "lists",
        "importing",
        "printing",
        "sheet",
        "check_in",
        "survey",
        "answers",
        "studies",
    ],
)
def test_case_measures_something(house, case):
    if case in ("printing", "sheet"):
        pytest.importorskip("core.printing.pdf", reason="Pango is not installed", exc_type=OSError)
    lines = import_module(f"benchmarks.cases.{case}").run(Ground(TINY, house, same_house(house), is_postgresql=False))
    assert len(table(lines).splitlines()) == len(lines) + 1
    assert all(line.ours >= 0 for line in lines)


@pytest.fixture
def served_ground(monkeypatch, tmp_path, transactional_db):
    """Other processes see what is committed to the database of the tests, so this runs on PostgreSQL alone."""
    if connection.vendor != "postgresql":
        pytest.skip("two processes need a server")
    parts = connection.settings_dict
    address = f"postgres://{parts['USER']}:{parts['PASSWORD']}@{parts['HOST']}:{parts['PORT']}/{parts['NAME']}"
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return Ground(TINY, seed(participations=TINY.participations, people=TINY.people), None, True, address)


@pytest.mark.django_db(transaction=True)
def test_workers_are_loaded_and_weighed(served_ground):
    lines = {line.case: line for line in import_module("benchmarks.cases.workers").run(served_ground)}
    assert lines["answers that failed"].ours == 0
    assert lines["two web workers after load, PSS"].ours > 0


@pytest.mark.django_db(transaction=True)
def test_visitors_are_served_and_nothing_is_lost(served_ground):
    cases = [import_module(f"benchmarks.cases.served_{name}") for name in ("survey", "registration", "pages")]
    cases.append(import_module("benchmarks.cases.front"))
    lines = [line for case in cases for line in case.run(served_ground)]
    exact = [line for line in lines if line.goal.startswith("≤ 0 ")]
    assert len(exact) == (8 if NGINX is None else 10)
    assert [(line.case, line.ours) for line in exact if not line.met] == []
