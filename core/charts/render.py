"""A specification as SVG."""

from collections.abc import Callable
from hashlib import blake2s
from html import escape

from core.charts.kinds import agreement, bars, bullet, country_map, dots, histogram, lines, slope
from core.charts.sheet import Sheet, number
from core.charts.spec import ChartSpec, Kind
from core.charts.text import clean
from core.charts.theme import THEMES

WIDE, NARROW = 600, 300

_DRAWERS: dict[Kind, Callable[[Sheet, ChartSpec], None]] = {
    Kind.AGREEMENT: agreement.draw,
    Kind.DIVERGING: agreement.draw,
    Kind.BARS: bars.draw,
    Kind.GROUPED: bars.draw,
    Kind.BULLET: bullet.draw,
    Kind.LINE: lines.draw,
    Kind.SLOPE: slope.draw,
    Kind.DOTS: dots.draw,
    Kind.HISTOGRAM: histogram.draw,
    Kind.MAP: country_map.draw,
}


def svg(spec: ChartSpec, *, theme: str = "page", width: int = WIDE, patterns: bool = False, key: str = "") -> str:
    """The chart as an SVG element with title and description.

    "page" leaves colours to classes, "print" writes them out; `patterns` hatches parts for printing in grey.
    Two drawings on one page have different ids unless they are alike in everything: then give each a `key`.
    """
    sheet = Sheet(THEMES[theme], width, patterns=patterns)
    if spec.series and (spec.categories or spec.kind == Kind.MAP):
        _DRAWERS[spec.kind](sheet, spec)
    title, told = clean(spec.title), clean(spec.statement or spec.title)
    body = "".join(sheet.marks)
    mark = "c" + blake2s(f"{key}|{theme}|{width}|{title}|{told}|{body}".encode(), digest_size=6).hexdigest()
    size = f'width="{width}" height="{number(max(sheet.height, 1))}"'
    box = f'viewBox="0 0 {width} {number(max(sheet.height, 1))}"'
    name = f'aria-labelledby="{mark}t {mark}d"'
    if theme == "print":
        title = title if title == told else f"{title}: {told}"  # the PDF takes this alone as its text
        name = f'aria-label="{escape(title)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" {name} {size} {box}>'
        f'<title id="{mark}t">{escape(title)}</title><desc id="{mark}d">{escape(told)}</desc>{body}</svg>'
    )
