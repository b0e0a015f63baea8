"""What became of a form's parts: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from impact_study.rules.definition import Definition

type Fate = Literal["kept", "changed", "not_kept"]


@dataclass(frozen=True)
class Line:
    """One part of the form: where it stood, what it is, and why it is not the same any more."""

    fate: Fate
    sheet: str
    row: int | None
    what: str
    message: str = ""


@dataclass
class Report:
    lines: list[Line] = field(default_factory=list)

    def note(self, fate: Fate, sheet: str, row: int | None, what: str, message: str = "") -> None:
        self.lines.append(Line(fate, sheet, row, what, message))

    def of(self, fate: Fate) -> list[Line]:
        return [line for line in self.lines if line.fate == fate]


@dataclass(frozen=True)
class Imported:
    """The questionnaire, its texts by language and key, and the report."""

    definition: Definition
    texts: Mapping[str, Mapping[str, str]]
    report: tuple[Line, ...]
