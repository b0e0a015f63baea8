"""Looking at answers through filters: two views whose people differ by a few tell about these few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.disclosure.spanning import tells_of_few

type Group = tuple[str, ...]
type Sizes = Mapping[Group, int]
"""How many people hold each combination of what can be filtered by, in the order of the filters."""
type Filter = tuple[tuple[str, ...], ...]
"""For each of them the values that are let through; none lets all through."""


def let_through(chosen: Filter, sizes: Sizes) -> frozenset[Group]:
    """The combinations a view holds."""
    return frozenset(
        group
        for group in sizes
        if all(not values or value in values for values, value in zip(chosen, group, strict=True))
    )


def view_problems(sizes: Sizes, wanted: Filter, earlier: Iterable[Filter], k: int) -> list[Problem]:
    """Why a view is not given: itself or its complement too small, or too near to what the same reader has seen.

    Everything together counts as seen by everybody. Whatever follows from several views together counts as well.
    """

    def is_few(groups: frozenset[Group]) -> bool:
        return 0 < sum(sizes[group] for group in groups) < k

    view, everything = let_through(wanted, sizes), frozenset(sizes)
    if sum(sizes[group] for group in view) < k:
        message = _("Fewer than %(k)d people are left with these filters.") % {"k": k}
        return [Problem(code="view_too_small", message=message)]
    seen = {everything, *(let_through(each, sizes) for each in earlier)}
    if view in seen:
        return []
    if any(is_few(view - each) or is_few(each - view) for each in seen) or tells_of_few(dict(sizes), {*seen, view}, k):
        return [_too_near(k)]
    return []


def _too_near(k: int) -> Problem:
    return Problem(
        code="view_too_near",
        message=_("This view differs from one you have seen by fewer than %(k)d people.") % {"k": k},
        remedy=_("Choose wider filters: together the two views would tell about single people."),
    )


def counted(groups: Iterable[Group]) -> dict[Group, int]:
    """The sizes of the combinations that occur."""
    sizes: dict[Group, int] = {}
    for group in groups:
        sizes[group] = sizes.get(group, 0) + 1
    return sizes


def combinations_below(sizes: Sizes, k: int) -> list[tuple[Group, int]]:
    """The combinations held by fewer than k people, fewest first: whoever knows them may know who it is."""
    rare = [(group, people) for group, people in sizes.items() if 0 < people < k]
    return sorted(rare, key=lambda row: (row[1], row[0]))
