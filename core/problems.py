"""What is wrong, in words fit to show to the person it stops."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `field` names the form field or column it belongs to, `row` the line of a list (as its reader counts),
    `remedy` what to do. A warning is told and stops nothing.
    """

    code: str
    message: str | Promise
    field: str = ""
    row: int | None = None
    remedy: str | Promise = ""
    warning: bool = False


class ProblemsFound(Exception):  # noqa: N818  (it carries findings, it is not one error)
    """Raised by services: everything that is wrong, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(problems)
        super().__init__("; ".join(str(problem.message) for problem in self.problems))


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise ProblemsFound when there is any problem that is more than a warning."""
    found = tuple(problems)
    if any(not problem.warning for problem in found):
        raise ProblemsFound(found)
