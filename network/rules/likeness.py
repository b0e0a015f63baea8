"""Which records may be the same: bounded work however long the list, and always with a reason in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.translation import gettext_noop
from rapidfuzz import fuzz

from network.rules.names import loose_key

SAME_NAME = gettext_noop("The same name")
ALIKE_NAME = gettext_noop("Almost the same name")
SAME_EMAIL = gettext_noop("The same e-mail address and a similar name")
SAME_NUMBER = gettext_noop("The same register number")
BY_HAND = gettext_noop("Chosen by hand")
# How many neighbours in the sorted list are compared, and from which likeness on two words are one with a slip. Short
# words are other names, not slips: Jan and Jana, Luca and Lucia.
WINDOW = 6
SLIP = 84
SHORTEST_WORD = 5
SIMILAR = 70


class Known(NamedTuple):
    """What is compared of a record."""

    pk: int
    name_key: str
    country: str = ""
    emails: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


class Pair(NamedTuple):
    first: int
    second: int
    why: str


def _pair(one: int, two: int, why: str) -> Pair:
    return Pair(min(one, two), max(one, two), why)


def pairs_of(records: Sequence[Known]) -> list[Pair]:
    """Pairs worth a look, the surest reason first, each pair once."""
    found: dict[tuple[int, int], Pair] = {}
    by_pk = {record.pk: record for record in records}
    candidates = [
        *_chained(_grouped(records, lambda record: record.numbers), SAME_NUMBER),
        *(
            pair
            for pair in _chained(_grouped(records, lambda record: (record.name_key,)), SAME_NAME)
            if _in_one_country(by_pk[pair.first], by_pk[pair.second])
        ),
        *(pair for pair in _chained(_grouped(records, _emails), SAME_EMAIL) if _similar(by_pk, pair)),
        *(
            pair
            for pair in _chained(_grouped(records, lambda record: (loose_key(record.name_key),)), ALIKE_NAME)
            if _in_one_country(by_pk[pair.first], by_pk[pair.second])
        ),
        *_neighbours(records),
    ]
    for pair in candidates:
        found.setdefault((pair.first, pair.second), pair)
    return list(found.values())


def _emails(record: Known) -> tuple[str, ...]:
    return tuple(address.casefold() for address in record.emails)


def _grouped(records: Iterable[Known], keys: Callable[[Known], Iterable[str]]) -> Iterator[list[int]]:
    groups: dict[str, list[Known]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            if key:
                groups[key].append(record)
    return ([one.pk for one in sorted(group, key=_by_country)] for group in groups.values() if len(group) > 1)


def _by_country(record: Known) -> tuple[str, int]:
    return record.country, record.pk


def _chained(groups: Iterable[list[int]], why: str) -> Iterator[Pair]:
    """Of many alike each is paired with the next: merging them one by one brings all together."""
    for group in groups:
        for first, second in pairwise(group):
            if first != second:
                yield _pair(first, second, why)


def _similar(by_pk: dict[int, Known], pair: Pair) -> bool:
    """A mailbox of a school is shared: another name is another person."""
    return fuzz.token_sort_ratio(by_pk[pair.first].name_key, by_pk[pair.second].name_key) >= SIMILAR


def _neighbours(records: Sequence[Known]) -> Iterator[Pair]:
    """Names that differ by a slip stand close in a list sorted from the front, or in one sorted from the back."""
    for backwards in (False, True):
        ordered = sorted(records, key=lambda record: record.name_key[::-1] if backwards else record.name_key)
        for place, record in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + WINDOW]:
                if _in_one_country(record, other) and is_slip(record.name_key, other.name_key):
                    yield _pair(record.pk, other.pk, ALIKE_NAME)


def _in_one_country(one: Known, two: Known) -> bool:
    return not (one.country and two.country) or one.country == two.country


def is_slip(one: str, two: str) -> bool:
    """Whether two folded names differ by one misspelt word, or only by where the blanks are."""
    if one == two or not fuzz.ratio(one, two, score_cutoff=SIMILAR):
        return False
    if one.replace(" ", "") == two.replace(" ", ""):
        return True
    mine, theirs = Counter(one.split()), Counter(two.split())
    left, right = list((mine - theirs).elements()), list((theirs - mine).elements())
    if len(left) != 1 or len(right) != 1 or min(len(left[0]), len(right[0])) < SHORTEST_WORD:
        return False
    if any(sign.isdecimal() for sign in left[0] + right[0]):
        return False
    return fuzz.ratio(left[0], right[0], score_cutoff=SLIP) >= SLIP
