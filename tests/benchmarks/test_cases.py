"""Each case runs on a tiny house: what it measures holds, how fast is left to `make bench`."""

from importlib import import_module

import pytest

from benchmarks.ground import TINY, Ground, same_house
from benchmarks.seed import seed
from benchmarks.table import table
from network.services.checking import full_count, full_states, kept_count, kept_states

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "whitenoise" not in name]
    return seed(participations=TINY.participations, people=TINY.people)


def test_seed_keeps_the_figures_of_its_records(house):
    assert kept_count(house.project) == full_count(house.project)
    assert kept_states(house.project) == full_states(house.project)


@pytest.mark.parametrize("case", ["board", "exactness", "export", "lists", "importing", "printing"])
def test_case_measures_something(house, case):
    if case == "printing":
        pytest.importorskip("reports.outputs.pdf", reason="Pango is not installed", exc_type=OSError)
    lines = import_module(f"benchmarks.cases.{case}").run(Ground(TINY, house, same_house(house), is_postgresql=False))
    assert len(table(lines).splitlines()) == len(lines) + 1
    assert all(line.ours >= 0 for line in lines)
