from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.rules.name_parts import NamesSeen, is_nobody, learn_names, several_people, split_name


def split(cell, others=(), *, surnames_first=False, language=""):
    seen = learn_names([cell, *others], surnames_first=surnames_first, language=language)
    name = split_name(cell, seen)
    return name.given, name.family


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Martínez-Abarca, Iñaki", ("Iñaki", "Martínez-Abarca")),
        ("Dr. Ana Pérez", ("Ana", "Pérez")),
        ("PÉREZ, ANA, Dra.", ("ANA", "PÉREZ")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("Ana", ("", "Ana")),
        ("محمد علي", ("محمد", "علي")),
        ("  Zoë   🎓 ", ("Zoë", "🎓")),
    ],
)
def test_split_name(cell, parts):
    assert split(cell) == parts


def test_split_name_learns_from_the_rows_with_a_comma():
    others = ["Güemes Sáinz, Lucía", "Castaño Vega, José Luis"]
    options = {"surnames_first": True, "language": "es"}
    assert split("Sofía Güemes Sáinz", others, **options) == ("Sofía", "Güemes Sáinz")
    assert split("JOSÉ LUIS ORDÓÑEZ", others, **options) == ("JOSÉ LUIS", "ORDÓÑEZ")


def test_split_name_follows_the_heading_where_no_row_has_a_comma():
    assert split("Popescu Ion", surnames_first=True, language="ro") == ("Ion", "Popescu")
    assert split("García López Ana", surnames_first=True, language="es") == ("Ana", "García López")


@pytest.mark.parametrize("name", ["", "-", "N/A", "xxx", "X", "?", "...", "n.n.", "123", "Unknown", "sin nombre"])
def test_is_nobody(name):
    assert is_nobody(name)


@pytest.mark.parametrize("name", ["Xi", "Ana", "李", "Na Li", "O", "Ny"])
def test_is_nobody_leaves_short_names_alone(name):
    assert not is_nobody(name)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Marco D'Angelo / Anna Lo Bianco", ["Marco D'Angelo", "Anna Lo Bianco"]),
        ("Ana; Luis", ["Ana", "Luis"]),
        ("Ana Ejemplo", ["Ana Ejemplo"]),
        ("Profesor/a", ["Profesor/a"]),
        ("Ana / -", ["Ana"]),
    ],
)
def test_several_people(cell, people):
    assert several_people(cell) == people


@given(st.text(max_size=80), st.booleans(), st.sampled_from(["", "es", "cs"]))
def test_split_name_never_raises_and_loses_no_letter(text, first, language):
    name = split_name(text, NamesSeen(surnames_first=first, two_surnames=language == "es"))
    assert len(name.whole) <= len(text)
