from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sheets.answers import read_yes


@pytest.mark.parametrize(
    "cell", ["✓", "X", "x", "firmado", "Sí", "SI", "sì", "da", "sim", "oui", "ja", "ano", "kyllä", "tak", True, 1]
)
def test_read_yes_says_yes(cell):
    assert read_yes(cell) is True


@pytest.mark.parametrize(
    "cell", ["no", "não", "nu", "non", "nee", "ne", "ei", "nein", "nie", "-", "", None, False, 0, "☐", "falta"]
)
def test_read_yes_says_no(cell):
    assert read_yes(cell) is False


@pytest.mark.parametrize("cell", ["forse", "JM", "by post next week please"])
def test_read_yes_leaves_other_words_open(cell):
    assert read_yes(cell) is None


@given(st.one_of(st.text(), st.floats(), st.none(), st.dates()))
def test_read_yes_never_raises(cell):
    assert read_yes(cell) in (True, False, None)
