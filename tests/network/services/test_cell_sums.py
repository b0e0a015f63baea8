"""What a process keeps of the folded tallies never differs from what the database holds."""

from random import Random

import pytest

from network.services import cell_sums
from network.services.board_inputs import read_inputs
from network.services.cell_sums import read_sums
from network.services.checking import rebuild
from network.services.tallies import SUMS, fold_tallies, read_tallies
from tests.network.services.test_counting import STEPS, House


def sums_of(project):
    return read_sums(project, folds=read_inputs(project).folds)


def plainly(project):
    """The same from the rows one by one; cells of nothing left out."""
    found = {}
    for row in read_tallies(project):
        sums, months = found.setdefault((row.partner, row.category, row.period), ([0] * len(SUMS), {}))
        for place, name in enumerate(SUMS):
            sums[place] += getattr(row, name)
        months[row.month] = months.get(row.month, 0) + row.heads
    cells = {key: (tuple(sums), {m: n for m, n in months.items() if n}) for key, (sums, months) in found.items()}
    return {key: cell for key, cell in cells.items() if any(cell[0]) or cell[1]}


@pytest.mark.django_db(transaction=True)
def test_kept_sums_equal_the_rows_after_every_change_fold_and_rebuild():
    house, chance = House(), Random(1)
    for number in range(25):
        step = chance.choice(STEPS) if house.project.participations.exists() else STEPS[0]
        step(house, chance.randrange(600))
        if number % 7 == 3:
            fold_tallies(house.project)
        if number == 18:
            rebuild(house.project)
        kept = {key: (cell.sums, dict(cell.by_month)) for key, cell in sums_of(house.project).items()}
        assert {key: cell for key, cell in kept.items() if any(cell[0]) or cell[1]} == plainly(house.project)


@pytest.mark.django_db(transaction=True)
def test_a_second_reading_asks_for_the_deltas_alone(django_assert_num_queries):
    house = House()
    STEPS[0](house, 0)
    fold_tallies(house.project)
    folds = read_inputs(house.project).folds
    first = read_sums(house.project, folds=folds)
    read_sums(house.project, folds=folds)
    STEPS[0](house, 1)
    with django_assert_num_queries(1) as asked:
        read_sums(house.project, folds=folds)
    assert "network_tally " not in asked.captured_queries[0]["sql"]
    cell_sums.KEPT.forget()
    assert first != sums_of(house.project)
