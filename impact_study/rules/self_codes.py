"""Codes that respondents make from what they always know of themselves, and how two rounds are matched by them.

The answers are never stored: each becomes a short keyed hash, so that all but one can still be compared.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from impact_study.rules.codes import keyed

# No day of birth and no initials of a full name; nothing that changes within a few years.
ELEMENTS: Mapping[str, str | Promise] = {
    "mother": _("First letter of your mother’s first name"),
    "older": _("How many older brothers and sisters you have"),
    "born": _("First letter of the town where you were born"),
    "school": _("First letter of the name of your first school"),
    "father": _("Last letter of your father’s first name"),
}
HASH_LETTERS = 12


def normal(text: str) -> str:
    """The same whatever the case, the accents and the spaces."""
    marks = unicodedata.normalize("NFKD", text.casefold().strip())
    return "".join(letter for letter in marks if letter.isalnum())


def self_code(answers: Sequence[str], secret: str) -> str:
    """One hash an element, joined by dots; empty when an element was left open."""
    elements = [normal(answer) for answer in answers]
    if not all(elements):
        return ""
    hashes = (keyed(secret, f"self:{place}", text).hex()[:HASH_LETTERS] for place, text in enumerate(elements))
    return ".".join(hashes)


@dataclass(frozen=True)
class Coded:
    """One response with its code; `place` is the group and organisation within which codes are compared."""

    response: Hashable
    code: str
    place: Hashable = None


@dataclass
class Matching:
    """Who of a second round is who of a first. What is ambiguous stays unmatched and is counted."""

    pairs: dict[Hashable, Hashable] = field(default_factory=dict)
    exact: int = 0
    tolerant: int = 0
    ambiguous: int = 0
    unmatched: int = 0
    duplicates: int = 0

    def told(self, *, least: int) -> dict[str, int | None]:
        """The figures for people: those of few are left out, and with a single one the next smallest too."""
        figures = {name: getattr(self, name) for name in ("exact", "tolerant", "ambiguous", "unmatched")}
        some = sorted((name for name in figures if figures[name]), key=figures.__getitem__)
        hidden = [name for name in some if figures[name] < least]
        if len(hidden) == 1:
            hidden = some[:2]
        told = {name: None if name in hidden else number for name, number in figures.items()}
        return {**told, "duplicates": None if 0 < self.duplicates < least else self.duplicates}


def match(first: Iterable[Coded], second: Iterable[Coded]) -> Matching:
    """Match on all elements, then on all but one where exactly one candidate is left on both sides."""
    found = Matching()
    open_first, open_second = _once(first, found), _once(second, found)
    for key in list(open_second):
        if key in open_first:
            found.pairs[open_second.pop(key)] = open_first.pop(key)
            found.exact += 1
    candidates = _candidates(open_first, open_second)
    claims = Counter(other for others in candidates.values() for other in others)
    for key, others in candidates.items():
        if len(others) == 1 and claims[others[0]] == 1:
            found.pairs[open_second[key]] = open_first[others[0]]
            found.tolerant += 1
        elif others:
            found.ambiguous += 1
        else:
            found.unmatched += 1
    return found


type Key = tuple[Hashable, str]


def _once(coded: Iterable[Coded], found: Matching) -> dict[Key, Hashable]:
    """The last response of each code; earlier ones of the same code are counted as duplicates."""
    kept: dict[Key, list[Hashable]] = defaultdict(list)
    for one in coded:
        kept[one.place, one.code].append(one.response)
    found.duplicates += sum(len(each) - 1 for each in kept.values())
    return {key: each[-1] for key, each in kept.items()}


def _candidates(first: Iterable[Key], second: Iterable[Key]) -> dict[Key, list[Key]]:
    """For each code of the second round those of the first that are the same in all elements but one."""
    by_rest = defaultdict[Hashable, list[Key]](list)
    for key in first:
        for rest in _rests(key):
            by_rest[rest].append(key)
    return {key: [other for rest in _rests(key) for other in by_rest.get(rest, ())] for key in second}


def _rests(key: Key) -> Iterator[Hashable]:
    """The code without one of its elements, each in turn."""
    place, code = key
    elements = code.split(".")
    for at in range(len(elements)):
        yield place, at, *elements[:at], *elements[at + 1 :]
