import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accounts.models import User
from core.sheets.export import FORMULA_STARTS, inert
from core.sheets.streaming import _inert, stream_csv

TEXTS = st.text(alphabet=[*FORMULA_STARTS, '"', ",", " ", "\u00a0", "a", "é"], max_size=8)


def read(pieces):
    return list(csv.reader(io.StringIO(b"".join(pieces).decode("utf-8-sig"), newline="")))


@given(rows=st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5), size=st.integers(1, 9))
@example(rows=[[",", '"=', ',"\n'], ["\n=", 'a,"', "\u00a0 =1"]], size=1)
def test_inert_marks_formulas_wherever_the_stream_is_cut(rows, size):
    """Quoted as COPY quotes, between whole numbers."""
    lines = ['"1",{},"0"\n'.format(",".join('"' + text.replace('"', '""') + '"' for text in row)) for row in rows]
    whole = "".join(lines).encode()
    pieces = (whole[start : start + size] for start in range(0, len(whole), size))
    assert read(_inert(pieces)) == [["1", *(inert(text) for text in row), "0"] for row in rows]


@pytest.mark.django_db
def test_stream_csv_gives_the_same_rows_on_every_database():
    for number, name in enumerate(["=1+1", 'Said "no", twice', "two\nlines", ""]):
        User.objects.create(email=f"{number}@example.org", name=name)
    rows = User.objects.order_by("email").values_list("is_staff", "email", "name", "last_login", "pk")
    found = read(stream_csv(["Staff", "E-mail", "Name", "Last", "Number"], rows))
    assert [row[1:4] for row in found] == [
        ["E-mail", "Name", "Last"],
        ["0@example.org", "'=1+1", ""],
        ["1@example.org", 'Said "no", twice', ""],
        ["2@example.org", "two\nlines", ""],
        ["3@example.org", "", ""],
    ]


@pytest.mark.django_db
def test_stream_csv_may_be_left_early():
    User.objects.create(email="somebody@example.org")
    pieces = stream_csv(["Number", "Again"], User.objects.values_list("pk", "pk"))
    next(pieces)
    pieces.close()
    assert User.objects.count() == 1
