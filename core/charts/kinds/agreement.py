"""Answers on a scale of agreement: parts of a whole in one strip, or on both sides of the middle answer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.charts.figures import figure, percent
from core.charts.kinds.rows import Row, lay_rows
from core.charts.sheet import Entry, Sheet
from core.charts.spec import ChartSpec, Kind
from core.charts.text import clean, width

_TOKENS = {1: (4,), 2: (1, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5)}
_PATTERNS = {1: 5, 2: 1, 3: 0, 4: 2, 5: 6}
_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Part:
    column: int
    share: float
    is_hidden: bool


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    tokens = answer_tokens(len(spec.series))
    y = sheet.legend(_legend(spec, tokens))
    asides = {index: _("n = %(count)s") % {"count": figure(count)} for index, count in enumerate(spec.row_n) if count}
    rows = lay_rows(sheet, spec, y=y, strip=round(sheet.size * 1.7), asides=asides)
    parts = {row.index: parts_of(spec, row.index) for row in rows}
    if spec.kind == Kind.DIVERGING:
        _draw_around_the_middle(sheet, rows, parts, tokens, len(spec.series))
    else:
        for row in rows:
            _draw_parts(sheet, row, parts[row.index], tokens, row.left, row.right - row.left)


def answer_tokens(count: int) -> tuple[int, ...]:
    """Which of the five shades of agreement each answer takes."""
    return _TOKENS.get(count) or tuple(1 + round(4 * column / (count - 1)) for column in range(count))


def parts_of(spec: ChartSpec, row: int) -> list[Part]:
    """The parts of a row; what its hidden cells hold together is split evenly, so none tells its figure."""
    columns = range(len(spec.series))
    hidden = [column for column in columns if spec.is_hidden(row, column)]
    shares = {column: spec.share(row, column) or 0.0 for column in columns}
    rest = max(0.0, 1 - sum(shares.values())) if spec.base(row) else 0.0
    return [
        Part(column, rest / len(hidden) if column in hidden else shares[column], column in hidden) for column in columns
    ]


def _legend(spec: ChartSpec, tokens: tuple[int, ...]) -> list[Entry]:
    entries = [
        Entry(clean(name), f"agree-{token}", _PATTERNS[token]) for name, token in zip(spec.series, tokens, strict=True)
    ]
    if spec.hides_something:
        entries.append(Entry(_("hidden"), "surface", shape="hidden"))
    return entries


def _draw_parts(sheet: Sheet, row: Row, parts: list[Part], tokens: tuple[int, ...], x: float, whole: float) -> None:
    for part in parts:
        wide = part.share * whole
        if part.is_hidden and wide > _GAP:
            sheet.hidden(x + 0.5, row.top + 0.5, wide - _GAP - 1, row.height - 1)
        elif wide > 0:
            _draw_answer(sheet, row, part.share, tokens[part.column], x, max(wide - _GAP, min(wide, 0.8)))
        x += wide


def _draw_answer(sheet: Sheet, row: Row, share: float, token: int, x: float, wide: float) -> None:
    sheet.rect(x, row.top, wide, row.height, f"agree-{token}", pattern=_PATTERNS[token])
    words = percent(share)
    room = width(words, sheet.size) + 6
    if room > wide:
        return
    if sheet.patterns:
        sheet.rect(x + (wide - room) / 2, row.middle - sheet.size * 0.6, room, sheet.size * 1.2, f"agree-{token}")
    sheet.text(x + wide / 2, row.middle, words, anchor="middle", fill=f"on-agree-{token}")


def _draw_around_the_middle(
    sheet: Sheet, rows: list[Row], parts: dict[int, list[Part]], tokens: tuple[int, ...], count: int
) -> None:
    before = {index: left_of_middle(parts[index], count) for index in parts}
    total = {index: sum(part.share for part in parts[index]) for index in parts}
    most_left = max(before.values(), default=0)
    most_right = max((total[index] - before[index] for index in parts), default=0)
    sums = width(percent(1), sheet.size) + 8
    for row in rows:
        whole = (row.right - row.left - 2 * sums) / max(most_left + most_right, 0.01)
        zero = row.left + sums + most_left * whole
        start = zero - before[row.index] * whole
        _draw_parts(sheet, row, parts[row.index], tokens, start, whole)
        long = 3 if sheet.is_narrow else 5
        for edge in (row.top - long, row.top + row.height):
            sheet.line(zero, edge, zero, edge + long, "ink", 1.5)
        if total[row.index] and not any(part.is_hidden for part in parts[row.index]):
            _draw_sums(sheet, row, parts[row.index], count, start, start + total[row.index] * whole)


def left_of_middle(parts: list[Part], count: int) -> float:
    """How much of a row lies on the side of disagreement, with half of a middle answer."""
    half = sum(part.share for part in parts[: count // 2])
    return half + (parts[count // 2].share / 2 if count % 2 and parts else 0)


def _draw_sums(sheet: Sheet, row: Row, parts: list[Part], count: int, start: float, end: float) -> None:
    against = sum(part.share for part in parts[: count // 2])
    in_favour = sum(part.share for part in parts[(count + 1) // 2 :])
    sheet.text(start - 6, row.middle, percent(against), anchor="end", bold=True)
    sheet.text(end + 6, row.middle, percent(in_favour), bold=True)
