from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sheets.numbers import decimal_mark, read_number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,5", "1.5"), ("6,0", "6"), ("160 h", "160"), ("160", "160"), (160, "160"), (2.5, "2.5"), ("1:30", "1.5"),
        ("1h30", "1.5"), (timedelta(hours=30), "30"), (time(1, 30), "1.5"), ("€ 1.234,56", "1234.56"),
        ("1,234.56", "1234.56"), ("1.234.567", "1234567"), ("1 234,5", "1234.5"), ("0.345", "0.345"), ("-5", "-5"),
        ("8 hodin", "8"), ("~20", "20"),
    ],
)  # fmt: skip
def test_read_number_understands(cell, number):
    assert read_number(cell).by(None) == Decimal(number)


@pytest.mark.parametrize("cell", ["10-49", "circa 20", "", None, True, "1.23.45", "x", float("nan"), float("inf")])
def test_read_number_finds_none(cell):
    read = read_number(cell)
    assert (read.comma, read.point) == (None, None)


@pytest.mark.parametrize("cell", ["12.345", "12,345"])
def test_read_number_leaves_open_what_only_the_column_can_settle(cell):
    read = read_number(cell)
    assert (read.is_open, {read.comma, read.point}) == (True, {Decimal(12345), Decimal("12.345")})


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["12.345", "1,5"], ","),
        (["12.345", "1.5"], "."),
        (["12.345"], None),
        (["1,5", "1.5"], None),
        ([160, "2"], None),
    ],
)
def test_decimal_mark_is_settled_by_another_cell_or_not_at_all(cells, mark):
    assert decimal_mark(cells) == mark


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.timedeltas(), st.times(), st.none()))
def test_read_number_never_raises(cell):
    assert read_number(cell).by(",") is None or read_number(cell).by(",").is_finite()


@given(st.decimals(min_value=0, max_value=9_999_999, places=2))
def test_read_number_reads_back_what_was_written(number):
    text = f"{number:,.2f}"
    assert read_number(text).by(".") == number
    assert read_number(text.translate(str.maketrans(",.", ".,"))).by(",") == number
