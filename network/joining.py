"""The meeting point of partners and the apps that have something for each of them: told in the same transaction."""

from __future__ import annotations

from collections.abc import Callable

from accounts.models import User
from network.models import Partner

type Welcome = Callable[[Partner, User | None], None]

_welcomes: list[Welcome] = []


def register(welcome: Welcome) -> Welcome:
    """Offered by an app's `registrations.py`; called when a partner joins and when its days or number change."""
    _welcomes.append(welcome)
    return welcome


def welcome(partner: Partner, *, by: User | None) -> None:
    for each in _welcomes:
        each(partner, by)
