"""Adds up what pytest wrote down about its runs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from defusedxml import ElementTree


@dataclass(frozen=True)
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    """Why tests were skipped, and how many for each reason."""
    failures: tuple[str, ...] = ()
    """The names of the tests that failed."""
    unsteady: tuple[str, ...] = ()
    """Those that failed among the others and passed alone."""

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
        passed = sum(count["tests"] for count in counts) - failed - skipped
        return cls(passed, failed, skipped, reasons, tuple(_failures(result)))

    def after(self, second: "Tally") -> "Tally":
        """This run when those of its tests that failed were run once more, alone."""
        passed = tuple(name for name in self.failures if name not in second.failures)
        return replace(
            self,
            passed=self.passed + second.passed,
            failed=self.failed - second.passed,
            failures=second.failures,
            unsteady=passed,
        )

    @classmethod
    def total(cls, tallies: Iterable["Tally"]) -> "Tally":
        rows = list(tallies)
        return Tally(sum(row.passed for row in rows), sum(row.failed for row in rows), sum(row.skipped for row in rows))

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def _failures(result: Any) -> Iterator[str]:
    for case in result.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            yield f"{case.get('classname')}::{case.get('name')}"


def _reason(message: str, told: str) -> str:
    """A module that was skipped as a whole tells its reason in the text only, as ('path', 11, 'Skipped: reason')."""
    return told.rpartition("Skipped: ")[2].rstrip("')\n ") if message == "collection skipped" else message
