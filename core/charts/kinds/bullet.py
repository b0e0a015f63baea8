"""What was promised and what is reached: every strip is as long as its own target."""

from django.utils.translation import gettext as _

from core.charts.figures import percent, shown
from core.charts.kinds.rows import Row, lay_rows
from core.charts.sheet import Entry, Sheet, number
from core.charts.spec import ChartSpec
from core.charts.text import clean

REACHED, TARGET, EXPECTED = range(3)
_LONGEST = 1.5


def draw(sheet: Sheet, spec: ChartSpec) -> None:
    names = [clean(name) for name in spec.series]
    signs = [Entry(name, "primary") for name in names[:TARGET]]
    signs += [Entry(name, "ink", shape="mark") for name in names[EXPECTED : EXPECTED + 1]]
    signs += [Entry(name, "edge", shape="mark") for name in names[TARGET:EXPECTED]]
    y = sheet.legend(signs)
    rows = lay_rows(
        sheet, spec, y=y, strip=round(sheet.size * 1.2),
        asides={row: standing(spec, row) for row in range(len(spec.categories))},
    )  # fmt: skip
    furthest = max((reached_share(spec, row.index) or 0 for row in rows), default=0)
    longest = min(max(furthest, 1.0), _LONGEST)
    for row in rows:
        _draw_row(sheet, spec, row, (row.right - row.left - 4) / longest)


def standing(spec: ChartSpec, row: int) -> str:
    """The figures of a row in words: "184 of 200 · 92%"."""
    if spec.is_hidden(row, REACHED):
        return _("hidden")
    reached, target = spec.value(row, REACHED), spec.value(row, TARGET)
    figures = {"reached": shown(spec, reached), "target": shown(spec, target)}
    if not target or target < 0:
        return _("%(reached)s, no target") % figures
    share = reached_share(spec, row) or 0
    return _("%(reached)s of %(target)s") % figures + " · " + percent(share)


def reached_share(spec: ChartSpec, row: int) -> float | None:
    reached, target = spec.value(row, REACHED), spec.value(row, TARGET)
    return max(reached, 0) / target if reached is not None and target and target > 0 else None


def dovetail(x: float, y: float, w: float, h: float) -> str:
    """A bar whose end flares like the pin of a joint; its end tells the figure."""
    neck, notch, end = x + max(w - h * 0.55, 0), h * 0.18, x + w
    upper, lower = (
        ((neck, y), (neck, y + notch), (end, y)),
        ((end, y + h), (neck, y + h - notch), (neck, y + h)),
    )
    corners = (*upper, *lower, (x, y + h))
    return f"M{number(x)} {number(y)}" + "".join(f"L{number(a)} {number(b)}" for a, b in corners) + "Z"


def _draw_row(sheet: Sheet, spec: ChartSpec, row: Row, whole: float) -> None:
    target, share = spec.value(row.index, TARGET), reached_share(spec, row.index)
    if spec.is_hidden(row.index, REACHED):
        sheet.hidden(row.left + 0.5, row.top + 0.5, whole - 1, row.height - 1)
        return
    if not target or target < 0:
        sheet.line(row.left, row.middle, row.left + whole, row.middle, "edge", dash="2 4")
        return
    sheet.rect(row.left, row.top, whole, row.height, "sunken")
    if share:
        tip = min(share, _LONGEST) * whole
        sheet.path(
            dovetail(row.left, row.top, tip, row.height),
            fill="primary" if _keeps_pace(spec, row) else "accent",
        )
    sheet.line(row.left + whole, row.top - 3, row.left + whole, row.top + row.height + 3, "edge", 2)
    expected = spec.value(row.index, EXPECTED)
    if expected is not None and expected > 0:
        mark = row.left + min(expected / target, _LONGEST) * whole
        sheet.line(mark, row.top - 3, mark, row.top + row.height + 3, "surface", 4)
        sheet.line(mark, row.top - 3, mark, row.top + row.height + 3, "ink", 2)


def _keeps_pace(spec: ChartSpec, row: Row) -> bool:
    expected = spec.value(row.index, EXPECTED)
    return expected is None or (spec.value(row.index, REACHED) or 0) >= expected
