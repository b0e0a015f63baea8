"""Adds up what pytest wrote down about its runs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from defusedxml import ElementTree


@dataclass(frozen=True)
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    """Why tests were skipped, and how many for each reason."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """The result of one run; one that wrote nothing down counts as one failure."""
        if not path.exists():
            return cls(failed=1)
        result = ElementTree.parse(path)
        counts = [
            {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
            for suite in result.iter("testsuite")
        ]
        reasons = Counter(_reason(skip.get("message", ""), skip.text or "") for skip in result.iter("skipped"))
        failed = sum(count["failures"] + count["errors"] for count in counts)
        skipped = sum(count["skipped"] for count in counts)
        return cls(sum(count["tests"] for count in counts) - failed - skipped, failed, skipped, reasons)

    @classmethod
    def total(cls, tallies: Iterable["Tally"]) -> "Tally":
        rows = list(tallies)
        return Tally(sum(row.passed for row in rows), sum(row.failed for row in rows), sum(row.skipped for row in rows))

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def _reason(message: str, told: str) -> str:
    """A module that was skipped as a whole tells its reason in the text only, as ('path', 11, 'Skipped: reason')."""
    return told.rpartition("Skipped: ")[2].rstrip("')\n ") if message == "collection skipped" else message
