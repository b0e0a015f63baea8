"""Figures about people that are shown to everybody: none about a group so small that its members could be guessed."""

from __future__ import annotations

SMALLEST_GROUP = 5


def shown(heads: int, minimum: int = SMALLEST_GROUP) -> int | None:
    """The figure, or None where the group is smaller than the project (and in any case this platform) shows."""
    return heads if heads >= max(minimum, SMALLEST_GROUP) else None
