"""Bars from a zero line, one or several a category, each with its figure at the end."""

from django.utils.translation import gettext as _

from core.charts.figures import shown
from core.charts.kinds.rows import Row, lay_rows
from core.charts.scale import Scale
from core.charts.sheet import Entry, Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean, width

SERIES = 8


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    count = len(spec.series)
    y = 0.0
    if count > 1:
        y = sheet.legend(
            Entry(clean(name), series_token(column), column % SERIES) for column, name in enumerate(spec.series)
        )
    bar = round(sheet.size * (1.5 if count == 1 else 1.25))
    rows = lay_rows(sheet, spec, y=y, strip=bar * max(count, 1), asides={})
    if not rows:
        return
    scale = bar_scale(sheet, spec, rows[0])
    for row in rows:
        for column in range(count):
            _draw_bar(sheet, spec, row, column, scale, row.top + column * bar, bar - (2 if count > 1 else 0))
    if any(value < 0 for value in spec.shown()):
        for first, last in zip(rows, rows, strict=True) if sheet.is_narrow else [(rows[0], rows[-1])]:
            sheet.line(scale(0), first.top - 3, scale(0), last.top + last.height + 3, "edge")


def series_token(column: int) -> str:
    return f"series-{column % SERIES + 1}"


def bar_scale(sheet: Sheet, spec: ChartSpec, row: Row) -> Scale:
    """From zero to the furthest figure, with room for the words at both ends."""
    values = [*spec.shown(), 0]
    room = max(width(shown(spec, value), sheet.size) for value in values) + 8
    if spec.hides_something:
        room = max(room, sheet.size * 2 + width(hidden_words(spec), sheet.size))
    start = row.left + (room if min(values) < 0 else 0)
    return Scale(min(values), max(values), start, max(row.right - room, start + 1))


def hidden_words(spec: ChartSpec) -> str:
    return _("hidden, n < %(minimum)d") % {"minimum": spec.minimum}


def _draw_bar(sheet: Sheet, spec: ChartSpec, row: Row, column: int, scale: Scale, top: float, tall: float) -> None:
    middle, zero = top + tall / 2, scale(0)
    value = spec.value(row.index, column)
    if value is None:
        is_hidden = spec.is_hidden(row.index, column)
        if is_hidden:
            sheet.hidden(zero + 0.5, top + 0.5, sheet.size, tall - 1)
        words = _hidden_reason(spec, row.index, column) if is_hidden else "–"
        sheet.text(zero + (sheet.size + 6 if is_hidden else 4), middle, words, fill="ink-2")
        return
    end = scale(value)
    sheet.rect(min(zero, end), top, abs(end - zero), tall, series_token(column), pattern=column % SERIES)
    side = -1 if value < 0 else 1
    sheet.text(end + side * 6, middle, shown(spec, value), anchor="end" if value < 0 else "start")


def _hidden_reason(spec: ChartSpec, row: int, column: int) -> str:
    return hidden_words(spec) if (row, column) in spec.hidden else _("hidden")
