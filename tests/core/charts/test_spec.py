import math

import pytest

from core.charts import ChartSpec, Kind, Order


def make(**changes):
    facts = {"kind": Kind.BARS, "title": "T", "categories": ("a", "b", "c"), "series": ("s",)}
    return ChartSpec(**{**facts, "values": ((1,), (3,), (2,)), **changes})


@pytest.mark.parametrize(
    "wrong",
    [{"values": ((1,), (2,))}, {"series": ("s", "t")}, {"row_n": (1,)}, {"kind": Kind.MAP, "codes": ("ES",)}],
)
def test_spec_refuses_values_that_do_not_fit_its_names(wrong):
    with pytest.raises(ValueError, match="needs"):
        make(**wrong)


def test_rows_come_largest_first_with_what_is_hidden_or_unknown_last():
    spec = make(
        categories=("a", "b", "c", "d"), values=((1,), (9,), (None,), (5,)), order=Order.LARGEST_FIRST,
        hidden=frozenset({(1, 0)}),
    )  # fmt: skip
    assert spec.rows() == [3, 0, 1, 2]


def test_value_tells_no_hidden_and_no_impossible_figure():
    spec = make(values=((math.nan,), (3,), (2,)), hidden=frozenset({(1, 0)}), hidden_too=frozenset({(2, 0)}))
    assert [spec.value(row, 0) for row in range(3)] == [None, None, None]


def test_shares_are_of_the_row_and_not_of_what_can_be_seen():
    spec = ChartSpec(
        kind=Kind.AGREEMENT, title="T", categories=("a",), series=("no", "so", "yes"), values=((2, 3, 15),),
        row_n=(20,), hidden=frozenset({(0, 0)}), hidden_too=frozenset({(0, 1)}),
    )  # fmt: skip
    assert [spec.share(0, column) for column in range(3)] == [None, None, 0.75]


def test_places_follow_the_figures_unless_told():
    assert [make().places, make(values=((1.5,), (3,), (2,))).places, make(decimals=2).places] == [0, 1, 2]


def test_share_of_figures_too_large_to_add_up_is_nothing():
    spec = make(kind=Kind.AGREEMENT, categories=("a",), series=("s", "t"), values=((1.7e308, 1.7e308),))
    assert spec.share(0, 0) == 0
