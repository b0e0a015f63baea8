from __future__ import annotations

import pytest

from network.rules.likeness import ALIKE_NAME, SAME_EMAIL, SAME_NAME, SAME_NUMBER, Known, Pair, is_slip, pairs_of


def test_pairs_are_found_once_with_the_surest_reason():
    records = [
        Known(1, "ana inventada", "ES", ("a@example.org",)),
        Known(2, "ana inventada", "ES", ("A@example.org",)),
        Known(3, "ana inventadas", "ES"),
        Known(4, "inventado luis", "ES", ("a@example.org",)),
    ]
    assert pairs_of(records) == [Pair(1, 2, SAME_NAME), Pair(1, 3, ALIKE_NAME), Pair(2, 3, ALIKE_NAME)]


def test_shared_mailbox_is_no_pair_but_with_a_similar_name_it_is():
    shared = ("school@example.org",)
    records = [
        Known(1, "ana inventada", "", shared),
        Known(2, "bruno ficticio", "", shared),
        Known(3, "a inventada", "", shared),
    ]
    assert pairs_of(records[:2]) == []
    assert pairs_of([records[0], records[2]]) == [Pair(1, 3, SAME_EMAIL)]


def test_other_country_is_no_pair_and_an_unknown_one_may_be():
    names = [("a certain name", "ES"), ("a certain name", "PT"), ("a certan name", "")]
    records = [Known(number, key, country) for number, (key, country) in enumerate(names)]
    assert pairs_of(records[:2]) == []
    assert sorted(pair[:2] for pair in pairs_of(records)) == [(0, 2), (1, 2)]


def test_slip_in_the_first_letter_is_found_from_the_back():
    between = [Known(10 + n, f"m{n:02d} somebody else") for n in range(20)]
    records = [Known(1, "ynventada teresa"), *between, Known(2, "zinventada teresa")]
    assert [pair[:2] for pair in pairs_of(records) if pair.second < 10] == [(1, 2)]


def test_register_numbers_join_many_in_a_chain():
    records = [Known(n, f"name {n} of an organisation {n}", "", (), ("vat X1",)) for n in (3, 1, 2)]
    assert pairs_of(records)[:2] == [Pair(1, 2, SAME_NUMBER), Pair(2, 3, SAME_NUMBER)]


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("gonzalez maria", "gonzales maria", True),
        ("ana maria ruiz", "anamaria ruiz", True),
        ("jan prikladova", "jana prikladova", False),
        ("esempio luca", "esempio lucia", False),
        ("talleres ejemplo 1", "talleres ejemplo 2", False),
        ("firm 10001", "firm 10002", False),
        ("ana inventada", "ana inventada", False),
        ("ana inventada", "bruno ficticio", False),
    ],
)
def test_slip_is_one_misspelt_word(one, two, slip):
    assert is_slip(one, two) == slip


def test_one_name_with_an_umlaut_in_one_letter_or_two_is_a_pair():
    records = [Known(1, "low uwe"), Known(2, "maler ana"), Known(3, "loew uwe")]
    assert pairs_of(records) == [Pair(1, 3, ALIKE_NAME)]
