"""Is this row somebody we know? Certain, possible or new; nothing is ever merged by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from network.rules.matching.likeness import is_alike, near_keys, why_same_name
from network.rules.matching.matches import CERTAIN, STRENGTH, Candidate, Found, Known, Match, Why
from network.rules.names import loose_key

SHOWN = 5


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
            if why := why_same_name(row, one):
                _strengthen(reasons, one, why)
        for one in self._get("loose", [loose_key(row.key)]):
            if one.key != row.key and one.ref not in reasons and why_same_name(row, one):
                reasons[one.ref] = Why.SPELLING
        for one in self._get("near", near_keys(row.key)):
            if one.ref not in reasons and is_alike(row, one):
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
