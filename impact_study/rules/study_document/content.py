"""What a study is made of when it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from core.charts import ChartSpec


@dataclass(frozen=True)
class Words:
    kind: ClassVar[str] = "words"
    paragraphs: Sequence[str]
    heading: str = ""
    level: int = 3


@dataclass(frozen=True)
class Telling:
    """One result in sentences; its key is what a citation names."""

    key: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class Tellings:
    kind: ClassVar[str] = "tellings"
    findings: Sequence[Telling]
    heading: str = ""


@dataclass(frozen=True)
class Drawing:
    """A chart, printed with the table behind it."""

    kind: ClassVar[str] = "drawing"
    key: str
    spec: ChartSpec


@dataclass(frozen=True)
class Sheet:
    """A table in ready words; `numbers` are the columns set to the right."""

    kind: ClassVar[str] = "sheet"
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[int] = frozenset()
    note: str = ""


type Block = Words | Tellings | Drawing | Sheet


@dataclass(frozen=True)
class Part:
    code: str
    title: str
    blocks: Sequence[Block] = field(default_factory=list)


@dataclass(frozen=True)
class StudyDocument:
    title: str
    subtitle: str
    project: str
    language: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    trace: str

    def part(self, code: str) -> Part:
        return next(part for part in self.parts if part.code == code)
