"""What a reader can compute from several views together: sums and differences of them, as far as any of these go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

type Row = list[int]
FIELD = 2**61 - 1
"""Rows are reduced modulo this prime: as exact as fractions for sums of views, and much faster."""
MOST = 5_000
"""So many groups of few people are tried one by one; beyond that nothing about few people may be known at all."""


def tells_of_few[Group](sizes: Mapping[Group, int], views: Iterable[frozenset[Group]], k: int) -> bool:
    """Whether a figure of fewer than k people follows from figures of these views.

    Only what says nothing about large sets can be about few people; of that, whatever is about
    the members of a set smaller than k alone.
    """
    views = list(dict.fromkeys(views))
    people = _never_apart(sizes, views)
    small = [pattern for pattern, number in people.items() if 0 < number < k]
    if not small:
        return False
    large = [pattern for pattern, number in people.items() if number >= k]
    rows = [[int(pattern[place]) for pattern in (*large, *small)] for place in range(len(views))]
    known = [row[len(large) :] for row in reduced(rows) if not any(row[: len(large)])]
    if not known:
        return False
    for tried, chosen in enumerate(_few([people[pattern] for pattern in small], k)):
        others = [place for place in range(len(small)) if place not in chosen]
        if tried >= MOST or len(reduced([[row[place] for place in others] for row in known])) < len(known):
            return True
    return False


def _never_apart[Group](sizes: Mapping[Group, int], views: Sequence[frozenset[Group]]) -> dict[tuple[bool, ...], int]:
    """How many people are in the same views as each other; nothing tells them apart."""
    found: dict[tuple[bool, ...], int] = {}
    for group, number in sizes.items():
        pattern = tuple(group in view for view in views)
        if any(pattern):
            found[pattern] = found.get(pattern, 0) + number
    return found


def _few(people: Sequence[int], k: int) -> Iterator[frozenset[int]]:
    """All sets that hold fewer than k people together."""
    for many in range(1, k):
        for chosen in combinations(range(len(people)), many):
            if sum(people[place] for place in chosen) < k:
                yield frozenset(chosen)


def reduced(rows: Sequence[Row]) -> list[Row]:
    """The rows in echelon form, without those that follow from others."""
    left, found = [list(row) for row in rows], list[Row]()
    for column in range(len(rows[0]) if rows else 0):
        place = next((place for place, row in enumerate(left) if row[column]), None)
        if place is None:
            continue
        pivot = left.pop(place)
        found.append(pivot)
        inverse = pow(pivot[column], -1, FIELD)
        left = [_without(row, pivot, row[column] * inverse % FIELD) if row[column] else row for row in left]
    return found


def _without(row: Row, pivot: Row, times: int) -> Row:
    return [(a - b * times) % FIELD for a, b in zip(row, pivot, strict=True)]
