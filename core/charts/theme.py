"""Where colours come from: in the page from the style sheet, in print from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_PRINT = {
    "surface": "#FFFFFF", "sunken": "#F1EEE6", "ink": "#14242B", "ink-2": "#47565D", "line": "#D9D4C8",
    "edge": "#76828A", "primary": "#0E4F5F", "accent": "#A4452A", "agree-1": "#9A3E22",
    "agree-2": "#E0A488", "agree-3": "#E4DFD3", "agree-4": "#7FB6BD", "agree-5": "#14596A",
    "on-agree-1": "#FFFFFF", "on-agree-2": "#14242B", "on-agree-3": "#14242B", "on-agree-4": "#14242B",
    "on-agree-5": "#FFFFFF", "map-0": "#E6F0F1", "map-1": "#B9D8DC", "map-2": "#7FB6BD",
    "map-3": "#3C8794", "map-4": "#0E4F5F", "series-1": "#0E4F5F", "series-2": "#C26A3D",
    "series-3": "#5E8C3A", "series-4": "#7A4E8A", "series-5": "#B08900", "series-6": "#3B6FB6",
    "series-7": "#9B2D4F", "series-8": "#4E5B61",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """`colours` is empty where classes carry them: there every role has a class in chart.css."""

    size: float
    family: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)

    def paint(self, fill: str = "", stroke: str = "") -> str:
        """The attributes that give a mark its colours, by the names of the design tokens."""
        if self.colours:
            return f' fill="{self.colours[fill] if fill else "none"}"' + (
                f' stroke="{self.colours[stroke]}"' if stroke else ""
            )
        names = [f"fill-{fill or 'none'}"] + ([f"stroke-{stroke}"] if stroke else [])
        return f' class="{" ".join(names)}"'


THEMES = {
    "page": Theme(size=14),
    "print": Theme(size=12, family="Atkinson Hyperlegible Next, sans-serif", colours=_PRINT),
}
