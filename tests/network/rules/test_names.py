from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.rules.names import loose_key, organisation_key, person_key, spelled_out, without_titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S.C. EXEMPLU AUTO S.R.L.", "SC Exemplu Auto SRL"),
        ("Příklad s.r.o.", "Příklad, s. r. o."),
        ("Esempio Turismo B S.p.A.", "ESEMPIO TURISMO B SPA"),
        ("Przykład Sp. z o.o.", "Przyklad spółka z ograniczoną odpowiedzialnością"),
        ("Beispiel GmbH & Co. KG", "beispiel"),
        ("Ejemplo Hostelería, S.A.", "Ejemplo Hosteleria SA"),
        ("Şcoala Ţăranu", "Școala Țăranu"),
    ],
)
def test_organisation_key_is_the_same_in_both_spellings(one, other):
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Esempio Meccanica A srl", "Esempio Meccanica B srl"), ("SA", "AS Example"), ("Centro 1", "Centro 2")],
)
def test_organisation_key_keeps_different_names_apart(one, other):
    assert organisation_key(one) != organisation_key(other)


def test_organisation_key_is_never_empty_for_a_name_of_forms_only():
    assert (organisation_key("S.A."), organisation_key("AS")) == ("s a", "as")


def test_person_key_does_not_mind_order_case_accents_and_hyphens():
    assert person_key("Iñaki", "Martínez-Abarca") == person_key("MARTINEZ ABARCA IÑAKI")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Dr. Ana Pérez", "Ana Pérez"),
        ("Ing. Jan Novák, Ph.D.", "Jan Novák"),
        ("dott.ssa Giulia Rossi", "Giulia Rossi"),
        ("mgr inż. Łukasz Wzór", "Łukasz Wzór"),
        ("Pérez, Ana, Dra.", "Pérez, Ana"),
        ("Don Quijote", "Don Quijote"),
    ],
)
def test_without_titles(typed, name):
    assert without_titles(typed) == name


@given(st.text(max_size=60))
def test_keys_never_raise_and_do_not_change_again(text):
    assert organisation_key(organisation_key(text)) is not None
    assert person_key(person_key(text)) == person_key(text)
    without_titles(text)


@pytest.mark.parametrize(
    ("name", "other"),
    [("Jörg Müller", "Joerg Mueller"), ("Søren Ægir", "Soeren Aegir"), ("Åse Weiß", "Aase Weiss"), ("Ana", "Ana")],
)
def test_a_name_spelled_out_is_the_name_without_umlauts(name, other):
    assert person_key(spelled_out(name)) == person_key(other)
    assert loose_key(person_key(name)) == loose_key(person_key(other))
