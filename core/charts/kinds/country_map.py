"""Europe with its countries shaded by a figure, or those marked that take part."""

import json
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from core.charts.figures import figure
from core.charts.sheet import Entry, Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean

LEVELS = 5
_FILE = Path(__file__).resolve().parent.parent / "europe.json"


@cache
def europe() -> dict[str, Any]:
    return json.loads(_FILE.read_text())


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    drawing = europe()
    wide = sheet.width if sheet.is_narrow or not clean(spec.series[0]) else sheet.width * 0.74
    scale = wide / drawing["width"]
    fills = {code.upper(): fill_of(spec, row) for row, code in enumerate(spec.codes)}
    sheet.marks.append(f'<g transform="scale({scale:.4f})">')
    border = 1 / scale
    sheet.path(drawing["land"], fill="sunken")
    for plain in (True, False):  # the countries told of come last, so that their borders lie on top
        for code, d in drawing["states"].items():
            if (code not in fills) == plain:
                sheet.path(d, fill=fills.get(code, "sunken"), stroke="line" if plain else "edge", weight=border)
    for code, (x, y) in drawing["rings"].items():
        if code in fills:
            sheet.circle(x, y, 6 / scale, fills[code], stroke="ink", weight=1.5 * border)
    sheet.marks.append("</g>")
    sheet.height = wide * drawing["height"] / drawing["width"]
    _legend(sheet, spec, wide)


def fill_of(spec: ChartSpec, row: int) -> str:
    """The shade of a country by its figure; without bounds every country named is simply marked."""
    if spec.is_hidden(row, 0):
        return "edge"
    if not spec.bounds:
        return "primary"
    value = spec.value(row, 0)
    return "sunken" if value is None else f"map-{min(bisect_right(spec.bounds, value), LEVELS - 1)}"


def level_names(spec: ChartSpec) -> list[str]:
    """The figures each level stands for, from the lightest."""
    if not spec.bounds:
        return []
    bounds = spec.bounds[: LEVELS - 1]
    names = [_("under %(figure)s") % {"figure": figure(bounds[0], spec.places)}]
    for low, high in pairwise(bounds):
        last = high - 10**-spec.places
        ends = figure(low, spec.places), figure(last, spec.places)
        names.append(ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}")
    return [*names, _("%(figure)s or more") % {"figure": figure(bounds[-1], spec.places)}]


def _legend(sheet: Sheet, spec: ChartSpec, wide: float) -> None:
    entries = [Entry(name, f"map-{level}") for level, name in enumerate(level_names(spec))]
    if not entries and clean(spec.series[0]):
        entries = [Entry(clean(spec.series[0]), "primary")]
    hidden = []
    if spec.hides_something:
        hidden = [Entry(_("hidden, n < %(minimum)d") % {"minimum": spec.minimum}, "edge")]
    if sheet.is_narrow or not spec.bounds:
        sheet.height = sheet.legend(entries + hidden, y=sheet.height + 10) if entries + hidden else sheet.height
        return
    y = 8.0
    for entry in entries[::-1] + hidden:
        y = sheet.legend([entry], x=wide + 20, y=y) - 6
