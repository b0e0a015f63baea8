"""Before and after: a line for each category, named where it ends."""

from dataclasses import dataclass, replace

from core.charts.figures import shown
from core.charts.scale import Scale, spread
from core.charts.sheet import Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean, shorten, width, wrap

BEFORE, AFTER = range(2)
_WIDEST = 380


@dataclass(frozen=True, slots=True)
class Frame:
    """The two upright lines, and the room on both sides for figures and names."""

    left: float
    right: float
    top: float
    bottom: float
    figures: float

    def x(self, side: int) -> float:
        return self.right if side == AFTER else self.left


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    frame = _frame(sheet, spec)
    room = sheet.width - frame.right - frame.figures
    names = {row: wrap(clean(spec.categories[row]), room, sheet.size, lines=3) for row in spec.rows()}
    gap = sheet.leading * max(len(name) for name in names.values()) + 2
    frame = replace(frame, bottom=frame.top + max(220.0, gap * len(names)))
    up = Scale(*_ends(spec), frame.bottom - 8, frame.top + 8)
    for side, anchor in ((BEFORE, "start"), (AFTER, "end")):
        if side < len(spec.series):
            x = frame.x(side)
            sheet.line(x, frame.top, x, frame.bottom, "line")
            place = max(x - frame.figures, 0) if side == BEFORE else x + frame.figures
            name = shorten(clean(spec.series[side]), (frame.right - frame.left) / 2 + frame.figures - 8, sheet.size)
            sheet.text(place, sheet.leading / 2, name, anchor=anchor, bold=True)
    _draw_rows(sheet, spec, up, frame, gap, names)
    sheet.height = frame.bottom + 6


def token(before: float | None, after: float | None) -> str:
    """What rises, what falls, what stays or lacks one end."""
    if before is None or after is None or before == after:
        return "series-8"
    return "series-1" if after > before else "series-2"


def _ends(spec: ChartSpec) -> tuple[float, float]:
    values = list(spec.shown()) or [0.0]
    return min(values), max(values)


def _frame(sheet: Sheet, spec: ChartSpec) -> Frame:
    figures = max(width(shown(spec, value), sheet.size, bold=True) for value in _ends(spec)) + 20
    names = max((width(clean(name), sheet.size) for name in spec.categories), default=0)
    right = max(sheet.width - figures - min(names, sheet.width * 0.42) - 4, figures + 40)
    right = min(right, figures + _WIDEST)
    return Frame(figures, right, sheet.leading * 1.6, sheet.leading * 1.6, figures)


def _draw_rows(sheet: Sheet, spec: ChartSpec, up: Scale, frame: Frame, gap: float, names: dict[int, list[str]]) -> None:
    rows = list(names)
    pairs = [(spec.value(row, BEFORE), spec.value(row, AFTER)) for row in rows]
    places = []
    for side, apart in ((BEFORE, sheet.leading * 1.05), (AFTER, gap)):
        ends = [pair[1 - side] if pair[side] is None else pair[side] for pair in pairs]
        wanted = [up(end or 0) for end in ends]
        places.append(spread(wanted, apart, frame.top + 8, frame.bottom - 8))
    for position, (row, pair) in enumerate(zip(rows, pairs, strict=True)):
        _draw_line(sheet, pair, up, frame)
        before, after = places[BEFORE][position], places[AFTER][position]
        sheet.text(frame.left - 14, before, _words(spec, row, BEFORE), anchor="end")
        sheet.text(frame.right + 14, after, _words(spec, row, AFTER), bold=True)
        sheet.lines(frame.right + frame.figures, after, names[row])
        for side, outwards, y in ((BEFORE, -1, before), (AFTER, 1, after)):
            x, value = frame.x(side), pair[side]
            if value is not None:
                sheet.line(x + outwards * 6, up(value), x + outwards * 12, y, "edge")


def _draw_line(sheet: Sheet, pair: tuple[float | None, float | None], up: Scale, frame: Frame) -> None:
    before, after = pair
    colour = token(before, after)
    if before is not None and after is not None:
        sheet.line(frame.left, up(before), frame.right, up(after), colour, 2.5)
    for side, value in enumerate(pair):
        if value is not None:
            sheet.circle(frame.x(side), up(value), 4.5, colour, stroke="surface", weight=1.5)


def _words(spec: ChartSpec, row: int, column: int) -> str:
    return "×" if spec.is_hidden(row, column) else shown(spec, spec.value(row, column))
