from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.rules.contacts import read_emails, read_phone


@pytest.mark.parametrize(
    ("cell", "good", "bad"),
    [
        ("ana@example.org", ["ana@example.org"], []),
        (
            "azienda@example.org; amministrazione@example.org",
            ["azienda@example.org", "amministrazione@example.org"],
            [],
        ),
        ("Ana <ana@example.org>", ["ana@example.org"], []),
        ("iñaki.martínez@example.org", ["iñaki.martínez@example.org"], []),
        ("mailto:ana@example.org", ["ana@example.org"], []),
        ("ana@example", [], ["ana@example"]),
        ("has none", [], ["has none"]),
        ("-", [], []),
        ("a@example.org / a@example.org", ["a@example.org"], []),
    ],
)
def test_read_emails(cell, good, bad):
    assert read_emails(cell) == (good, bad)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("600000003", "+34600000003"), ("+34 600 000 001", "+34600000001"), ("0034 600000001", "+34600000001"), ("x", "")],
)
def test_read_phone(cell, number):
    assert read_phone(cell, country="ES") == number


@given(st.text(max_size=60))
def test_contacts_never_raise(text):
    read_emails(text)
    read_phone(text, country="PL")
