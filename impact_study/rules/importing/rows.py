"""Rows of a sheet as responses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from core.problems import Problem
from impact_study.enums import Missing
from impact_study.rules.xlsform.report import Report


@dataclass
class Row:
    """One response to store."""

    number: int
    facts: dict[str, str] = field(default_factory=dict)
    day: date | None = None
    answers: dict[str, object] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)


@dataclass
class Read:
    """What a file gives. With problems nothing of it can be taken."""

    rows: list[Row] = field(default_factory=list)
    report: Report = field(default_factory=Report)
    problems: list[Problem] = field(default_factory=list)


def first_doubles(rows: list[Row]) -> Iterator[Row]:
    """Rows of a respondent who stands in the file already."""
    seen = set()
    for row in rows:
        name = row.facts.get("code") or row.facts.get("respondent")
        if name and name in seen:
            yield row
        elif name:
            seen.add(name)
