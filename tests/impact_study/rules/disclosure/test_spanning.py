from itertools import chain, combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from impact_study.rules.disclosure import view_problems
from impact_study.rules.disclosure.differencing import let_through
from impact_study.rules.disclosure.spanning import tells_of_few

PLACES = ("ES", "RO", "PT")
TONGUES = ("en", "es")
ATOMS = list(product(PLACES, TONGUES))
FILTERS = st.tuples(
    st.lists(st.sampled_from(PLACES), unique=True).map(tuple),
    st.lists(st.sampled_from(TONGUES), unique=True).map(tuple),
)


def test_three_views_that_share_people_two_by_two_tell_of_each():
    sizes = {"a": 2, "b": 9, "c": 9}
    pairs = [frozenset("ab"), frozenset("bc"), frozenset("ac")]

    assert [tells_of_few(sizes, pairs[:2], 5), tells_of_few(sizes, pairs, 5)] == [False, True]


def test_what_is_about_enough_people_together_may_be_known():
    assert not tells_of_few({"a": 3, "b": 3, "c": 9}, [frozenset("abc"), frozenset("c")], 5)


def computable(views, chosen):
    """Whether the sum over the chosen people is a combination of the sums that were shown, counted independently."""
    shown = np.array([[atom in view for atom in ATOMS] for view in views], dtype=float)
    wanted = np.array([[atom in chosen for atom in ATOMS]], dtype=float)
    return np.linalg.matrix_rank(shown) == np.linalg.matrix_rank(np.vstack([shown, wanted]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=len(ATOMS), max_size=len(ATOMS)), st.lists(FILTERS, max_size=7))
def test_no_figure_of_few_people_follows_from_the_views_that_are_given(people, asked):
    k, given_views = 5, []
    sizes = {atom: number for atom, number in zip(ATOMS, people, strict=True) if number}
    for each in asked:
        if not view_problems(sizes, each, given_views, k):
            given_views.append(each)

    shown = [let_through(each, sizes) for each in given_views]
    sets = chain.from_iterable(combinations(sizes, many) for many in range(1, k))
    hidden = [frozenset(chosen) for chosen in sets if sum(sizes[atom] for atom in chosen) < k]
    assert [each for each in hidden if given_views and computable(shown, each)] == []
