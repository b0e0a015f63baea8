"""How much two of the same or nearly the same name have in common."""

from __future__ import annotations

from rapidfuzz import fuzz

from network.rules.matching.matches import Known, Why

ALIKE = 90


def why_same_name(row: Known, one: Known) -> Why | None:
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


def is_alike(row: Known, one: Known) -> bool:
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
