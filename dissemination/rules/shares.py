"""Seats that an event keeps for the guests of its partners: who of the waiting list comes first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from core.problems import Problem


def below_share(*, shares: Mapping[int, int], seated: Mapping[int, int]) -> list[int]:
    """Partners whose guests hold fewer seats than are kept for them: a free seat goes to them first."""
    return [partner for partner, kept in shares.items() if seated.get(partner, 0) < kept]


def share_problems(*, shares: Collection[int], capacity: Collection[int | None]) -> list[Problem]:
    """No more seats are kept than there are."""
    kept, most = sum(shares), max((each for each in capacity if each is not None), default=0)
    if None in capacity or kept <= most:
        return []
    message = _("%(kept)d seats are kept for partners, and there are only %(seats)d.")
    return [Problem("shares_above_seats", message % {"kept": kept, "seats": most})]
