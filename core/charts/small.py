"""Drawings the size of a word for the cells of large tables: no options, no measuring, no waste."""

from collections.abc import Sequence
from html import escape

from core.charts.text import clean
from core.charts.theme import THEMES

_WIDE, _TALL = 96, 24
_BAR_WIDE, _BAR_TALL = 120, 14


def sparkline(values: Sequence[float | None], *, label: str, theme: str = "page") -> str:
    """A history without axes, its last point marked. `label` says in words what it shows."""
    paint = THEMES[theme].paint
    known = [value for value in values if value is not None]
    head = _head(label, _WIDE, _TALL)
    if not known:
        return f"{head}</svg>"
    low, high = min(0, *known), max(known)
    span = (high - low) or 1
    across = (_WIDE - 8) / max(len(values) - 1, 1)
    d, pen, x, y = [], "M", 0.0, 0.0
    for index, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        x, y = 4 + index * across, _TALL - 4 - (value - low) / span * (_TALL - 8)
        d.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    line = f'<path d="{"".join(d)}" stroke-width="1.75" stroke-linejoin="round"{paint("", "primary")}/>'
    return f'{head}{line}<circle cx="{x:.1f}" cy="{y:.1f}" r="2.75"{paint("accent")}/></svg>'


def quota_bar(
    reached: float, target: float, expected: float | None = None, *, label: str, theme: str = "page",
    late: bool | None = None,
) -> str:  # fmt: skip
    """Reached of target, with the planned pace as a mark; over 100 % the target line moves inwards.

    It is late when it is short of the pace, unless `late` says otherwise.
    """
    paint = THEMES[theme].paint
    head = _head(label, _BAR_WIDE, _BAR_TALL)
    if target <= 0:
        dashes = f'stroke-dasharray="2 4"{paint("", "edge")}'
        return f'{head}<line x1="0" y1="7" x2="{_BAR_WIDE}" y2="7" {dashes}/></svg>'
    whole = (_BAR_WIDE - 2) * min(1, target / reached if reached > target else 1)
    tip = max(reached, 0) / target * whole
    marks = [f'<rect x="0" y="2" width="{whole:.1f}" height="10"{paint("sunken")}/>']
    if tip > 0:
        late = late if late is not None else expected is not None and reached < expected
        pin = max(tip - 4, 0)
        shape = f"M0 2H{pin:.1f}V4.2L{tip:.1f} 2V12L{pin:.1f} 9.8V12H0Z"
        marks.append(f'<path d="{shape}"{paint("accent" if late else "primary")}/>')
    marks.append(_mark(whole, paint("", "edge"), 2))
    if expected:
        place = min(max(expected, 0) / target * whole, _BAR_WIDE - 2)
        marks += [_mark(place, paint("", "surface"), 4), _mark(place, paint("", "ink"), 2)]
    return f"{head}{''.join(marks)}</svg>"


def _mark(x: float, paint: str, weight: int) -> str:
    return f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="14" stroke-width="{weight}"{paint}/>'


def _head(label: str, wide: int, tall: int) -> str:
    box = f'width="{wide}" height="{tall}" viewBox="0 0 {wide} {tall}"'
    name = f'role="img" aria-label="{escape(clean(label))}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="chart-word" {name} {box}>'
