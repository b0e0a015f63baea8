"""What stands elsewhere than before, apart from what only made room."""

from __future__ import annotations

from django.utils.translation import gettext as _

from impact_study.rules.definition.sides import Side


def moved_parts(before: Side, after: Side) -> dict[str, tuple[str, str]]:
    """Items on another page, or in another order among those that stayed on their page."""
    was, now = before.places(), after.places()
    found = {
        key: (_("page %(code)s") % {"code": was[key]}, _("page %(code)s") % {"code": now[key]})
        for key in now
        if key in was and was[key] != now[key]
    }
    stayed = [key for key in after.order() if key in was and key not in found]
    rank = {key: place for place, key in enumerate(key for key in before.order() if key in set(stayed))}
    kept = _longest_rising([rank[key] for key in stayed])
    for place, key in enumerate(stayed):
        if rank[key] not in kept:
            found[key] = (_place(rank[key]), _place(place))
    return found


def _place(place: int) -> str:
    return _("place %(number)d") % {"number": place + 1}


def _longest_rising(ranks: list[int]) -> set[int]:
    """The largest set of ranks that stand in order: what is not in it was moved."""
    best: list[list[int]] = []
    for rank in ranks:
        tails = [run for run in best if run[-1] < rank]
        longest: list[int] = max(tails, key=len, default=[])
        best.append([*longest, rank])
    longest_of_all: list[int] = max(best, key=len, default=[])
    return set(longest_of_all)
