"""How far the one transaction of an import is, told from inside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

type Tell = Callable[[int, int], None]


@dataclass(slots=True)
class Stages:
    """Counts rows for the bar: each stage passes over all of them."""

    rows: int
    of: int
    tell: Tell | None = None
    passed: int = 0

    def next(self) -> None:
        """One stage is done. What `tell` raises stops the import, and its transaction takes everything back."""
        self.passed += 1
        if self.tell:
            self.tell(self.rows * min(self.passed, self.of) // self.of, self.rows)
