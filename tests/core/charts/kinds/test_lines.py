import pytest

from core.charts.kinds.lines import last_known, span
from core.charts.samples import SAMPLES


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3, 9], (0, 9)), ([3.9, 4.2], (3.9, 4.2)), ([-9, -3], (-9, 0)), ([-2, 5], (-2, 5)), ([0], (0, 0))],
)
def test_span_begins_at_zero_where_that_leaves_room(values, expected):
    assert span(values) == expected


def test_last_known_figure_passes_over_gaps():
    assert [last_known(SAMPLES["line"], column) for column in range(3)] == [262, 171, 104]
