"""How figures spread: standing bars side by side, one a range."""

from core.charts.figures import shown
from core.charts.kinds.lines import draw_moments
from core.charts.scale import Scale, ticks
from core.charts.sheet import Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean, width


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    count = len(spec.categories)
    tall, top = (180 if sheet.is_narrow else 230), sheet.leading * 1.2
    values = [max(value, 0) for value in spec.shown()] or [0.0]
    widest = max(width(shown(spec, value), sheet.size) for value in values)
    left, marks = 0.0, [0, max(values) or 1]
    fits = widest + 4 <= sheet.width / max(count, 1)
    if not fits:
        marks = ticks(0, max(values), 4)
        left = max(width(shown(spec, mark), sheet.size) for mark in marks) + 8
    up = Scale(0, marks[-1], top + tall, top)
    for mark in [] if fits else marks:
        sheet.line(left, up(mark), sheet.width, up(mark), "line")
        sheet.text(left - 6, up(mark), shown(spec, mark), anchor="end", fill="ink-2")
    each = (sheet.width - left) / max(count, 1)
    for row in range(count):
        _draw_bar(sheet, spec, row, up, left + row * each, each, fits=fits)
    sheet.line(left, up(0), sheet.width, up(0), "edge")
    middles = Scale(0, max(count - 1, 1), left + each / 2, sheet.width - each / 2)
    draw_moments(sheet, [clean(name) for name in spec.categories], middles, top + tall + 6)
    sheet.height = max(sheet.height, top + tall + 6)


def _draw_bar(sheet: Sheet, spec: ChartSpec, row: int, up: Scale, x: float, wide: float, *, fits: bool) -> None:
    gap = min(2.0, wide * 0.2)
    if spec.is_hidden(row, 0):
        sheet.hidden(x + gap, up(0) - sheet.size, wide - 2 * gap, sheet.size)
        return
    value = spec.value(row, 0)
    if value is None:
        return
    top = up(max(value, 0))
    sheet.rect(x + gap / 2, top, wide - gap, up(0) - top, "series-1")
    if fits:
        sheet.text(x + wide / 2, top - sheet.size * 0.75, shown(spec, value), anchor="middle")
