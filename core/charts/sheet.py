"""The paper a chart is drawn on: marks in, SVG out."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal, NamedTuple

from core.charts.hatch import hatch
from core.charts.text import shorten, width
from core.charts.theme import Theme

NARROW = 480


class Entry(NamedTuple):
    """A line of a legend: a filled box, an upright mark, or the sign for what is hidden."""

    name: str
    fill: str
    pattern: int = 0
    shape: Literal["box", "mark", "hidden"] = "box"


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


class Sheet:
    """Marks of one drawing, in the order drawn. Colours are named by design token."""

    def __init__(self, theme: Theme, width: float, *, patterns: bool = False) -> None:
        self.theme = theme
        self.width = width
        self.patterns = patterns
        self.size = theme.size
        self.is_narrow = width < NARROW
        self.height = 0.0
        self.marks: list[str] = []

    @property
    def leading(self) -> float:
        return self.size * 1.3

    def rect(self, x: float, y: float, w: float, h: float, fill: str, *, stroke: str = "", pattern: int = 0) -> None:
        """A filled rectangle; on a sheet with patterns hatched in the manner of that number."""
        paint = self.theme.paint(fill, stroke)
        place = f'x="{number(x)}" y="{number(y)}" width="{number(max(w, 0))}" height="{number(h)}"'
        self.marks.append(f"<rect {place}{paint}/>")
        if self.patterns and pattern:
            self.hatched(x, y, w, h, pattern, stroke="surface")

    def hatched(self, x: float, y: float, w: float, h: float, pattern: int, *, stroke: str = "edge") -> None:
        if lines := hatch(x, y, w, h, pattern):
            self.path(lines, stroke=stroke)

    def hidden(self, x: float, y: float, w: float, h: float) -> None:
        """The sign for a figure that may not be shown: an open, hatched field."""
        self.rect(x, y, w, h, "surface", stroke="edge")
        self.hatched(x, y, w, h, 1)

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str, weight: float = 1, dash: str = "") -> None:
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self.marks.append(f'<line {ends} stroke-width="{number(weight)}"{dashes}{self.theme.paint("", stroke)}/>')

    def path(self, d: str, *, fill: str = "", stroke: str = "", weight: float = 1) -> None:
        thick = f' stroke-width="{number(weight)}" stroke-linejoin="round"' if stroke else ""
        self.marks.append(f'<path d="{d}"{thick}{self.theme.paint(fill, stroke)}/>')

    def circle(self, x: float, y: float, r: float, fill: str, *, stroke: str = "", weight: float = 1) -> None:
        thick = f' stroke-width="{number(weight)}"' if stroke else ""
        paint = self.theme.paint(fill, stroke)
        self.marks.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"{thick}{paint}/>')

    def text(
        self, x: float, y: float, text: str, *, anchor: str = "start", fill: str = "ink", bold: bool = False,
        size: float = 0,
    ) -> None:  # fmt: skip
        """A line of text around the height `y`: its middle, not its base."""
        size = size or self.size
        family = f' font-family="{escape(self.theme.family)}"' if self.theme.family else ""
        weight = ' font-weight="700"' if bold else ""
        place = f'x="{number(x)}" y="{number(y + size * 0.35)}" font-size="{number(size)}" text-anchor="{anchor}"'
        self.marks.append(f"<text {place}{family}{weight}{self.theme.paint(fill)}>{escape(text)}</text>")

    def lines(self, x: float, y: float, lines: Sequence[str], *, anchor: str = "start", fill: str = "ink") -> None:
        """Lines of text with their common middle at the height `y`."""
        first = y - (len(lines) - 1) * self.leading / 2
        for index, line in enumerate(lines):
            self.text(x, first + index * self.leading, line, anchor=anchor, fill=fill)

    def legend(self, entries: Iterable[Entry], x: float = 0, y: float = 0) -> float:
        """Name and sign side by side, over several lines where needed; the height below them."""
        left = x
        for entry in entries:
            sign = self.size * (0.4 if entry.shape == "mark" else 0.85)
            label = shorten(entry.name, self.width - x - sign - 6, self.size)
            wide = sign + 6 + width(label, self.size)
            if left > x and left + wide > self.width:
                left, y = x, y + self.leading + 4
            middle = y + self.leading / 2
            self._sign(entry, left, middle, sign)
            self.text(left + sign + 6, middle, label)
            left += wide + 18
        return y + self.leading + 10

    def _sign(self, entry: Entry, x: float, middle: float, wide: float) -> None:
        if entry.shape == "mark":
            self.line(x + wide / 2, middle - self.size / 2, x + wide / 2, middle + self.size / 2, entry.fill, 2)
        elif entry.shape == "hidden":
            self.hidden(x, middle - wide / 2, wide, wide)
        else:
            self.rect(x, middle - wide / 2, wide, wide, entry.fill, pattern=entry.pattern)
