"""The frame of all charts that lie: a label, a strip to draw in, and words at its end, row under row."""

from dataclasses import dataclass

from core.charts.sheet import Sheet
from core.charts.spec import ChartSpec
from core.charts.text import clean, needed, shorten, width, wrap

_LABELS_AT_MOST = 0.4
_ASIDE_AT_MOST = 0.3
_ONE_LINE_UP_TO = 0.26


@dataclass(frozen=True, slots=True)
class Row:
    """The strip of one category."""

    index: int
    top: float
    height: float
    left: float
    right: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def lay_rows(sheet: Sheet, spec: ChartSpec, *, y: float, strip: float, asides: dict[int, str]) -> list[Row]:
    """Write the labels and the words beside, and say where each strip lies.

    Wide: label, strip, words in three columns. Narrow: label and words above a strip of the full width.
    """
    lay = _stacked if sheet.is_narrow else _in_columns
    return lay(sheet, spec, y, strip, {index: clean(words) for index, words in asides.items()})


def _in_columns(sheet: Sheet, spec: ChartSpec, y: float, strip: float, asides: dict[int, str]) -> list[Row]:
    labels = [clean(category) for category in spec.categories]
    widest = max((_label_room(sheet, label) for label in labels), default=0)
    column = min(widest, sheet.width * _LABELS_AT_MOST)
    beside = max((width(words, sheet.size) + 10 for words in asides.values()), default=0)
    right = sheet.width - min(beside, sheet.width * _ASIDE_AT_MOST)
    rows = []
    for index in spec.rows():
        lines = wrap(labels[index], column, sheet.size, lines=3)
        tall = max(strip, len(lines) * sheet.leading)
        row = Row(index, y + (tall - strip) / 2, strip, column + 12, right)
        sheet.lines(column, row.middle, lines, anchor="end")
        if words := asides.get(index):
            sheet.text(right + 10, row.middle, shorten(words, sheet.width - right - 10, sheet.size), fill="ink-2")
        rows.append(row)
        y += tall + sheet.size * 0.8
    sheet.height = y
    return rows


def _label_room(sheet: Sheet, label: str) -> float:
    """One line for a label that is short, two for others."""
    short, whole = sheet.width * _ONE_LINE_UP_TO, width(label, sheet.size)
    return whole if whole <= short else max(short, needed(label, sheet.size))


def _stacked(sheet: Sheet, spec: ChartSpec, y: float, strip: float, asides: dict[int, str]) -> list[Row]:
    rows = []
    for index in spec.rows():
        words = shorten(asides.get(index, ""), sheet.width * 0.6, sheet.size)
        room = sheet.width - (width(words, sheet.size) + 12 if words else 0)
        lines = wrap(clean(spec.categories[index]), room, sheet.size, lines=3)
        tall = len(lines) * sheet.leading
        sheet.lines(0, y + tall / 2, lines)
        if words:
            sheet.text(sheet.width, y + tall - sheet.leading / 2, words, anchor="end", fill="ink-2")
        rows.append(Row(index, y + tall + 3, strip, 0, sheet.width))
        y += tall + 3 + strip + sheet.size * 0.9
    sheet.height = y
    return rows
