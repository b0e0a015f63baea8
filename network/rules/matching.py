"""Is this row somebody we know? Certain, possible or new; nothing is ever merged by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import fuzz

from network.rules.names import loose_key

ALIKE = 90
SHOWN = 5


class Match(StrEnum):
    CERTAIN = "certain"
    POSSIBLE = "possible"
    NEW = "new"


class Why(StrEnum):
    """What speaks for it, the strongest first."""

    SAME_ROW = "same_row"
    CODE = "code"
    VERIFIED_EMAIL = "verified_email"
    EMAIL_AND_NAME = "email_and_name"
    NUMBER = "number"
    NAME_AND_ORGANISATION = "name_and_organisation"
    NAME = "name"
    SPELLING = "spelling"
    ALIKE = "alike"


STRENGTH = {why: place for place, why in enumerate(Why)}
CERTAIN = frozenset({Why.SAME_ROW, Why.CODE, Why.VERIFIED_EMAIL})


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something to compare with. `ref` is `person:12`, `organisation:7` or `row:22`.

    `code` is what identifies for certain (OID, roster key), `weak_code` what only suggests (a VAT number); `spelling`
    is the key of the name with its umlauts in two letters, where it has any.
    """

    ref: str
    key: str
    emails: frozenset[str] = frozenset()
    verified: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    code: str = ""
    weak_code: str = ""
    spelling: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, self.spelling) if self.spelling and self.spelling != self.key else (self.key,)


@dataclass(frozen=True, slots=True)
class Candidate:
    ref: str
    why: Why


@dataclass(slots=True)
class Found:
    """The outcome for one row. `shares_mailbox` warns: same address, other name."""

    match: Match
    candidates: list[Candidate] = field(default_factory=list)
    shares_mailbox: bool = False


class Register:
    """Everybody known, by what they can be found by."""

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self._by: dict[str, dict[str, list[Known]]] = defaultdict(lambda: defaultdict(list))
        for one in known:
            self.add(one)

    def add(self, one: Known) -> None:
        for table, keys in self._keys(one):
            for key in keys:
                if one not in self._by[table][key]:
                    self._by[table][key].append(one)

    def _keys(self, one: Known) -> Iterator[tuple[str, Iterable[str]]]:
        yield "code", [one.code] if one.code else []
        yield "weak_code", [one.weak_code] if one.weak_code else []
        yield "email", one.emails
        if one.key:
            yield "key", one.keys
            yield "loose", [loose_key(one.key)]
        yield "near", near_keys(one.key)

    def find(self, row: Known) -> Found:
        """Compare one row with everybody; a certain match needs no other."""
        reasons = self._reasons(row)
        certain = [Candidate(ref, why) for ref, why in reasons.items() if why in CERTAIN]
        shares = self._shares_mailbox(row, reasons)
        if len(certain) == 1:
            return Found(Match.CERTAIN, certain, shares)
        candidates = [Candidate(ref, why) for ref, why in reasons.items()]
        candidates.sort(key=lambda candidate: STRENGTH[candidate.why])
        return Found(Match.POSSIBLE if candidates else Match.NEW, candidates[:SHOWN], shares)

    def _reasons(self, row: Known) -> dict[str, Why]:
        reasons: dict[str, Why] = {}
        for one in self._get("code", [row.code]):
            _strengthen(reasons, one, Why.CODE)
        for one in self._get("weak_code", [row.weak_code]):
            _strengthen(reasons, one, Why.NUMBER)
        for one in self._get("key", row.keys):
            if why := _why_same_name(row, one):
                _strengthen(reasons, one, why)
        for one in self._get("loose", [loose_key(row.key)]):
            if one.key != row.key and one.ref not in reasons and _why_same_name(row, one):
                reasons[one.ref] = Why.SPELLING
        for one in self._get("near", near_keys(row.key)):
            if one.ref not in reasons and _alike(row, one):
                reasons[one.ref] = Why.ALIKE
        return reasons

    def _get(self, table: str, keys: Iterable[str]) -> Iterator[Known]:
        for key in keys:
            if key:
                yield from self._by[table].get(key, ())

    def _shares_mailbox(self, row: Known, reasons: dict[str, Why]) -> bool:
        return any(one.key != row.key and one.ref not in reasons for one in self._get("email", row.emails))


def _strengthen(reasons: dict[str, Why], one: Known, why: Why) -> None:
    if one.ref not in reasons or STRENGTH[why] < STRENGTH[reasons[one.ref]]:
        reasons[one.ref] = why


def _why_same_name(row: Known, one: Known) -> Why | None:
    """The same name is not yet the same person: two addresses and two places are two people."""
    if _differ(row.code, one.code) or _differ(row.weak_code, one.weak_code):
        return None
    if row.emails & one.verified:
        return Why.VERIFIED_EMAIL
    if row.emails & one.emails:
        return Why.EMAIL_AND_NAME
    in_one_file = one.ref.startswith("row:")
    if row.emails and one.emails and in_one_file:
        return None
    if row.places & one.places:
        return Why.NAME_AND_ORGANISATION
    if (row.places and one.places) and (in_one_file or (row.emails and one.emails)):
        return None
    return Why.NAME


def _differ(first: str, second: str) -> bool:
    return bool(first and second and first != second)


def _alike(row: Known, one: Known) -> bool:
    """A name nearly the same counts only where the address or the place is the same as well."""
    if not (row.emails & one.emails or row.places & one.places) or (row.emails and one.emails - row.emails):
        return False
    return fuzz.ratio(row.key, one.key) >= ALIKE or _one_within_the_other(row.key, one.key)


def _one_within_the_other(first: str, second: str) -> bool:
    """`Lucía Ibáñez` and `Lucía Ibáñez Ruiz`: a second family name is often left out."""
    one, other = set(first.split()), set(second.split())
    return min(len(one), len(other)) >= 2 and (one < other or other < one)


def near_keys(key: str) -> list[str]:
    """Under which names that differ in one word find each other."""
    words = key.split()
    if len(words) < 2:
        return []
    without = [" ".join([*words[:at], *words[at + 1 :]]) for at in range(len(words))]
    if len(words) == 2:
        return [f"{rest} {words[at][:1]}" for at, rest in enumerate(without)] + [key]
    return [*without, key]
