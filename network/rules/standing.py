"""How a project stands in each category, as plain values: for pages that need no more of the quota board."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One category: heads reached, how many of them are evidenced, how many were promised (None: no target)."""

    code: str
    name: str
    unit: str
    reached: int
    evidenced: int
    target: int | None

    @property
    def percent(self) -> int | None:
        return round(100 * self.reached / self.target) if self.target else None
