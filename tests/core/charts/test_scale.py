import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.scale import Scale, spread, ticks

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 262, [0, 100, 200, 300]),
        (2.8, 4.1, [2.5, 3, 3.5, 4, 4.5]),
        (0, 0, [0, 1]),
        (-0.2, 0.8, [-0.5, 0, 0.5, 1]),
        (7, 7, [7, 8]),
    ],
)
def test_ticks_are_round_and_hold_both_ends(low, high, expected):
    assert ticks(low, high, 4) == expected


@given(FINITE, FINITE, st.integers(1, 8))
def test_ticks_are_few_and_in_order(one, other, count):
    low, high = sorted((one, other))
    marks = ticks(low, high, count)
    assert marks == sorted(marks)
    assert 2 <= len(marks) <= 3 * count + 5


@given(FINITE, FINITE, FINITE)
def test_scale_stays_on_the_drawing(low, high, value):
    place = Scale(min(low, high), max(low, high), 10, 110)(value)
    assert math.isfinite(place)
    assert 10 <= place <= 110


def test_spread_keeps_places_that_do_not_meet_and_parts_those_that_do():
    assert spread([50, 10, 52], 10, 0, 100) == [50, 10, 60]


@given(st.lists(st.floats(0, 100), max_size=8))
def test_spread_leaves_the_gap_between_all(places):
    moved = sorted(spread(places, 10, 0, 100))
    assert all(after - before >= 10 - 1e-9 for before, after in pairwise(moved))
