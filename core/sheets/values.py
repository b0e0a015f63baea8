"""What a sheet is once it has been read: rows of typed cells, and where they stood."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

type Cell = str | int | float | bool | date | datetime | time | timedelta | None
type Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much we are ready to read, whatever a file says about itself."""

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 250_000_000
    members: int = 2_000
    ratio: int = 250
    rows: int = 100_000
    columns: int = 300
    cells: int = 4_000_000
    sheets: int = 100
    text: int = 32_767
    seconds: int = 60
    memory_bytes: int = 2_000_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Merge:
    """A block of merged cells, counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One tab. The first row is number 1 in the file, blank rows are still there."""

    name: str
    rows: list[Row]
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False


@dataclass(slots=True)
class Workbook:
    """A file as it was read, and how: `encoding` and `delimiter` are empty for office files."""

    kind: str
    sheets: list[Sheet]
    encoding: str = ""
    delimiter: str = ""
