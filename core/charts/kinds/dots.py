"""A figure with the range it may lie in: confidence intervals, forecasts between a low and a high end."""

from django.utils.translation import gettext as _

from core.charts.figures import shown
from core.charts.kinds.rows import Row, lay_rows
from core.charts.scale import Scale, ticks
from core.charts.sheet import Entry, Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean, width

FIGURE, LOW, HIGH, TARGET = range(4)


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    asides = {row: words(spec, row) for row in range(len(spec.categories))}
    y = sheet.legend(_legend(spec))
    rows = lay_rows(sheet, spec, y=y, strip=round(sheet.size * 1.2), asides=asides)
    if not rows:
        return
    values = list(spec.shown()) or [0.0]
    marks = ticks(min(values), max(values), 4 if sheet.is_narrow else 6)
    inset = max(width(shown(spec, mark), sheet.size) for mark in marks) / 2 + 2
    scale = Scale(marks[0], marks[-1], rows[0].left + inset, rows[0].right - inset)
    for mark in marks:
        for first, last in zip(rows, rows, strict=True) if sheet.is_narrow else [(rows[0], rows[-1])]:
            sheet.line(scale(mark), first.top - 3, scale(mark), last.top + last.height + 6, "line")
    for row in rows:
        _draw_row(sheet, spec, row, scale)
    for mark in (marks[0], marks[-1]) if sheet.is_narrow else marks:
        y = rows[-1].top + rows[-1].height + sheet.leading
        sheet.text(scale(mark), y, shown(spec, mark), anchor="middle", fill="ink-2")
    sheet.height = rows[-1].top + rows[-1].height + sheet.leading * 1.7


def _legend(spec: ChartSpec) -> list[Entry]:
    names = [clean(name) for name in spec.series]
    signs = [Entry(name, "primary") for name in names[:1]]
    if len(names) > HIGH:
        signs.append(Entry(_("%(low)s to %(high)s") % {"low": names[LOW], "high": names[HIGH]}, "map-2"))
    return signs + [Entry(name, "accent", shape="mark") for name in names[TARGET : TARGET + 1]]


def _draw_row(sheet: Sheet, spec: ChartSpec, row: Row, scale: Scale) -> None:
    value, low, high = (spec.value(row.index, column) for column in (FIGURE, LOW, HIGH))
    if low is not None and high is not None:
        sheet.rect(scale(low), row.middle - 3, scale(high) - scale(low), 6, "map-2")
        for end in (low, high):
            sheet.line(scale(end), row.middle - 6, scale(end), row.middle + 6, "primary", 1.5)
    target = spec.value(row.index, TARGET)
    if target is not None:
        sheet.line(scale(target), row.top - 2, scale(target), row.top + row.height + 2, "accent", 2.5)
    if value is not None:
        sheet.circle(scale(value), row.middle, sheet.size * 0.42, "primary", stroke="surface", weight=1.5)


def words(spec: ChartSpec, row: int) -> str:
    """The figure and its range, "3.9 (3.6 to 4.2)"."""
    if spec.is_hidden(row, FIGURE):
        return _("hidden")
    value, low, high = (spec.value(row, column) for column in (FIGURE, LOW, HIGH))
    if low is None or high is None:
        return shown(spec, value)
    return _("%(figure)s (%(low)s to %(high)s)") % {
        "figure": shown(spec, value), "low": shown(spec, low), "high": shown(spec, high),
    }  # fmt: skip
