"""Adds up what pytest wrote down about its runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from defusedxml import ElementTree


@dataclass(frozen=True)
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    @classmethod
    def read(cls, path: Path) -> Self:
        """The result of one run; one that wrote nothing down counts as one failure."""
        if not path.exists():
            return cls(failed=1)
        counts = [
            {name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")}
            for suite in ElementTree.parse(path).iter("testsuite")
        ]
        failed = sum(count["failures"] + count["errors"] for count in counts)
        skipped = sum(count["skipped"] for count in counts)
        return cls(sum(count["tests"] for count in counts) - failed - skipped, failed, skipped)

    @classmethod
    def total(cls, tallies: Iterable["Tally"]) -> "Tally":
        rows = list(tallies)
        return Tally(sum(row.passed for row in rows), sum(row.failed for row in rows), sum(row.skipped for row in rows))

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"
