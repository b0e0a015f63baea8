from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sheets.dates import day_order, days_within, read_day

DAY = date(2018, 3, 14)


@pytest.mark.parametrize(
    "cell",
    [
        DAY, datetime(2018, 3, 14, 10, 30), 43173, "43173", 20180314, "2018-03-14", "2018/3/14", "2018-03-14T10:30:00",
        "14. 03. 2018", "14/03/18", "14.3.2018 r.", "Wed, 14.03.2018", "14/03/2018 10:30", "14 March 2018",
        "March 14, 2018", "14 de marzo de 2018", "14 martie 2018", "14 de março de 2018", "14 marzo 2018",
        "14 mars 2018", "14 maart 2018", "14. března 2018", "14. maaliskuuta 2018", "14. März 2018", "14 marca 2018",
        "14-mar-18",
    ],
)  # fmt: skip
def test_read_day_understands(cell):
    assert read_day(cell).by("dmy") == DAY


@pytest.mark.parametrize("cell", ["31/02/2018", "soon", "12-13/03/2018", "", None, True, 5, 1e300, "99/99/99", "٣"])
def test_read_day_finds_none(cell):
    read = read_day(cell)
    assert (read.dmy, read.mdy) == (None, None)


def test_read_day_leaves_open_what_only_the_file_can_settle():
    read = read_day("03/04/2019")
    assert (read.is_open, read.by(None), read.by("dmy"), read.by("mdy")) == (
        True,
        None,
        date(2019, 4, 3),
        date(2019, 3, 4),
    )


@pytest.mark.parametrize(
    ("cell", "day"), [("05.02.2019", date(2019, 2, 5)), ("5. 2. 19", date(2019, 2, 5)), ("12.31.2018", None)]
)
def test_read_day_takes_the_day_first_between_points(cell, day):
    assert (read_day(cell).is_open, read_day(cell).by(None), read_day(cell).by("mdy")) == (False, day, day)


def test_read_day_is_sure_where_both_orders_agree():
    assert read_day("05/05/2019").by(None) == date(2019, 5, 5)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2019", "25/04/2019"], "dmy"),
        (["03/04/2019", "04/25/2019"], "mdy"),
        (["03/04/2019"], None),
        (["25/04/2019", "04/25/2019"], None),
        (["03/04/2019", "2019-04-25"], None),
    ],
)
def test_day_order_is_settled_by_another_row_or_not_at_all(cells, order):
    assert day_order(cells) == order


def test_days_within_a_title():
    assert days_within("Fecha: 14/03/2018    Lugar: Valladolid") == ["14/03/2018"]


@given(
    st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.dates(), st.datetimes(), st.none(), st.booleans())
)
def test_read_day_never_raises(cell):
    read = read_day(cell)
    assert read.by("dmy") is None or isinstance(read.by("dmy"), date)


@given(st.dates(date(1971, 1, 1), date(2069, 12, 31)))
def test_read_day_reads_back_what_was_written(day):
    assert (
        read_day(f"{day:%d.%m.%Y}").dmy == read_day(f"{day:%m/%d/%y}").mdy == read_day(day.isoformat()).by(None) == day
    )
