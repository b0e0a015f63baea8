"""What a report says, as plain data: every format is printed from this and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.charts import ChartSpec
from network.reporting import Figure, Table

type Cell = str | int | float | Decimal | date | datetime | None


@dataclass(frozen=True)
class Words:
    """What somebody wrote, in paragraphs; headed by whose words they are where several write."""

    text: str
    heading: str = ""

    @property
    def paragraphs(self) -> list[str]:
        return [part.strip() for part in self.text.replace("\r\n", "\n").split("\n\n") if part.strip()]


@dataclass(frozen=True)
class Note:
    """A sentence that the platform adds: how to read the figures."""

    text: str


@dataclass(frozen=True)
class Figures:
    """Single numbers with their targets and sources."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Chart:
    spec: ChartSpec


type Block = Words | Note | Figures | Table | Chart


@dataclass(frozen=True)
class Part:
    """One section or annex, numbered as printed (2, A)."""

    code: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    is_public: bool = False
    is_annex: bool = False

    @property
    def heading(self) -> str:
        return f"{self.number} {self.title}"


@dataclass(frozen=True)
class Funding:
    """What the grant obliges to print: the statement beside the emblem, and the disclaimer."""

    statement: str
    disclaimer: str
    emblem: str


@dataclass(frozen=True)
class Document:
    """A whole report in one language. A preview rests on figures that may still change, a draft on texts that may."""

    language: str
    title: str
    subtitle: str
    project: str
    facts: tuple[tuple[str, Cell], ...]
    funding: Funding
    parts: tuple[Part, ...]
    is_preview: bool
    is_approved: bool
    version: int
    made_from: datetime | None = None

    def tables(self) -> Iterator[tuple[Part, Table]]:
        for part in self.parts:
            for block in part.blocks:
                if isinstance(block, Table):
                    yield part, block

    def figures(self) -> Iterator[tuple[Part, Figure]]:
        for part in self.parts:
            for block in part.blocks:
                if isinstance(block, Figures):
                    for figure in block.figures:
                        yield part, figure
