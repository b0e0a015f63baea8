import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.hatch import hatch


def test_hatch_leaves_out_what_is_too_small_and_the_plain_manner():
    assert (hatch(0, 0, 1, 20, 1), hatch(0, 0, 20, 20, 0)) == ("", "")


def test_flat_hatching_of_a_small_field():
    assert hatch(0, 0, 10, 10, 4) == "M0.0 2.5L10.0 2.5M0.0 7.5L10.0 7.5"


@pytest.mark.parametrize("manner", range(1, 8))
@given(st.floats(8, 900), st.floats(8, 60))
def test_hatch_stays_in_its_field(manner, wide, tall):
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", hatch(5, 7, wide, tall, manner))]
    xs, ys = numbers[::2], numbers[1::2]
    assert min(xs) >= 4.9
    assert max(xs) <= 5 + wide + 0.1
    assert min(ys) >= 6.9
    assert max(ys) <= 7 + tall + 0.1
