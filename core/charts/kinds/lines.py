"""Figures over time, each line named at its end."""

from core.charts.figures import shown
from core.charts.kinds.bars import series_token
from core.charts.scale import Scale, spread, ticks
from core.charts.sheet import Sheet, number
from core.charts.spec import ChartSpec
from core.charts.text import clean, needed, shorten, width, wrap

_DOTS_UP_TO = 12
_NAMES_AWAY = 18


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    tall = 200 if sheet.is_narrow else 260
    top = sheet.leading
    values = list(spec.shown()) or [0.0]
    marks = ticks(*span(values), 4)
    left = max(width(shown(spec, mark), sheet.size) for mark in marks) + 8
    names = [end_name(sheet, spec, column) for column in range(len(spec.series))]
    room = max((width(line, sheet.size) for name in names for line in name), default=0)
    room = min(room + _NAMES_AWAY, sheet.width * 0.4)
    across = Scale(0, max(len(spec.categories) - 1, 1), left + 6, sheet.width - room)
    up = Scale(marks[0], marks[-1], top + tall, top)
    for mark in marks:
        sheet.line(left, up(mark), sheet.width - room + 6, up(mark), "edge" if mark == 0 else "line")
        sheet.text(left - 8, up(mark), shown(spec, mark), anchor="end", fill="ink-2")
    draw_moments(sheet, [clean(name) for name in spec.categories], across, top + tall + 6)
    _draw_lines(sheet, spec, across, up)
    _draw_names(sheet, spec, names, up, across.end + _NAMES_AWAY, (top, top + tall))


def span(values: list[float]) -> tuple[float, float]:
    """From zero where that leaves room for the figures, else around the figures."""
    low, high = min(values), max(values)
    if low >= 0 and low <= high / 2:
        return 0, high
    return (min(low, 0), 0) if high <= 0 and high >= low / 2 else (low, high)


def last_known(spec: ChartSpec, column: int) -> float | None:
    known = (spec.value(row, column) for row in reversed(range(len(spec.categories))))
    return next((value for value in known if value is not None), None)


def end_name(sheet: Sheet, spec: ChartSpec, column: int) -> list[str]:
    """Name and last figure of a line, one below the other where room is scarce."""
    name, value = clean(spec.series[column]), last_known(spec, column)
    if value is None:
        return [name]
    return [name, shown(spec, value)] if sheet.is_narrow else wrap(f"{name} {shown(spec, value)}", 170, sheet.size)


def draw_moments(sheet: Sheet, names: list[str], across: Scale, y: float) -> None:
    """As many names under the axis as fit side by side, the first among them."""
    room = (across.end - across.start) / max(len(names) - 1, 1)
    widest = max((min(needed(name, sheet.size), sheet.size * 9) for name in names), default=0) + 4
    each = max(1, -int(-widest // max(room, 0.1)))
    for index in range(0, len(names), each):
        lines = wrap(names[index], max(room * each - 4, sheet.size * 3), sheet.size)
        half = max(width(line, sheet.size) for line in lines) / 2
        place = max(min(across(index), sheet.width - half), half)
        sheet.lines(place, y + len(lines) * sheet.leading / 2, lines, anchor="middle", fill="ink-2")
        sheet.height = max(sheet.height, y + len(lines) * sheet.leading + 4)


def _draw_lines(sheet: Sheet, spec: ChartSpec, across: Scale, up: Scale) -> None:
    dashes = spec.categories and len(spec.categories) <= _DOTS_UP_TO
    for column in range(len(spec.series)):
        pen, d, alone = "M", "", []
        for row in range(len(spec.categories)):
            value = spec.value(row, column)
            if value is None:
                pen = "M"
                continue
            d += f"{pen}{number(across(row))} {number(up(value))}"
            pen = "L"
            alone.append((across(row), up(value)))
        if d:
            sheet.path(d, stroke=series_token(column), weight=2.5)
        for x, y in alone if dashes else alone[-1:]:
            sheet.circle(x, y, 3.5, series_token(column), stroke="surface", weight=1.5)


def _draw_names(
    sheet: Sheet, spec: ChartSpec, names: list[list[str]], up: Scale, x: float, edges: tuple[float, float]
) -> None:
    ends = [last_known(spec, column) for column in range(len(names))]
    places = [up(end) if end is not None else edges[1] for end in ends]
    gap = sheet.leading * max((len(name) for name in names), default=1) + 2
    for column, y in enumerate(spread(places, gap, *edges)):
        sheet.line(x - _NAMES_AWAY + 5, places[column], x - 4, y, series_token(column), 1.5)
        sheet.lines(x, y, [shorten(line, sheet.width - x, sheet.size) for line in names[column]])
