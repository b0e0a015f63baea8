from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.rules.countries import read_country

EXPECTED = {"ES", "RO", "PT", "IT", "BE", "CZ"}


def read(text, **aliases):
    found = read_country(text, expected=EXPECTED, aliases=aliases)
    return found.code, found.proposed


@pytest.mark.parametrize(
    "text",
    [
        "CZ",
        "cz",
        "CZE",
        "Česko",
        "Czechia",
        "Czech Republic",
        "Chéquia",
        "Tschechien",
        "Česká republika",
        "Tsjechië",
        "Cehia",
    ],
)
def test_read_country_takes_codes_and_names_of_every_language(text):
    assert read(text) == ("CZ", "")


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("SP", "ES"),
        ("CR", "CZ"),
        ("ČR", "CZ"),
        ("Costa Rica", "CR"),
        ("EL", "GR"),
        ("UK", "GB"),
        ("Suomi", "FI"),
        ("??", ""),
    ],
)
def test_read_country_proposes_slips_and_strangers_and_stores_none(text, proposed):
    assert read(text) == ("", proposed)


def test_read_country_obeys_a_confirmed_alias():
    assert read("c.r.", CR="CZ") == ("CZ", "")


@given(st.text(max_size=30))
def test_read_country_never_raises(text):
    assert len(read(text)[0]) in (0, 2)
