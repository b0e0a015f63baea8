from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sheets.export import csv_lines, inert, sheet_title, write_xlsx

FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_lines_make_formulas_inert(text):
    rows = list(csv.reader(io.StringIO("".join(csv_lines(["Name"], [[text]])).removeprefix("\ufeff"), newline="")))
    assert rows == [["Name"], ["'" + text]]


@pytest.mark.parametrize("text", FORMULAS)
def test_write_xlsx_writes_formulas_as_text(text):
    cell = sheet([[text]])["A2"]
    assert (cell.value.strip(), cell.data_type, cell.quotePrefix) == (text.strip(), "s", True)


def sheet(rows):
    out = io.BytesIO()
    write_xlsx(out, ["Head"], rows, title="A/B")
    return openpyxl.load_workbook(out).active


def test_write_xlsx_keeps_numbers_days_and_strange_texts():
    values = [1.5, Decimal("2.25"), date(2018, 3, 4), True, None, "007", "محمد 🎓 <b>&", "a\x00b"]
    found = sheet([values])
    assert [cell.value for cell in found[2]] == [
        1.5,
        2.25,
        datetime(2018, 3, 4),
        True,
        None,
        "007",
        "محمد 🎓 <b>&",
        "ab",
    ]
    assert (found.title, found.freeze_panes) == ("A B", "A2")


def test_csv_lines_stream_and_keep_numbers():
    assert "".join(csv_lines(["a", "b"], [[-5, date(2018, 3, 4)]])) == "\ufeffa,b\r\n-5,2018-03-04\r\n"
    assert len(list(csv_lines(["a"], ([n] for n in range(250))))) == 4


@pytest.mark.parametrize(("title", "shown"), [("", "1"), ("x" * 40, "x" * 31), ("[a]:*?/\\", "a")])
def test_sheet_title_is_one_that_programs_accept(title, shown):
    assert sheet_title(title) == shown


@given(st.text())
def test_inert_never_begins_like_a_formula(text):
    assert not str(inert(text)).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))
