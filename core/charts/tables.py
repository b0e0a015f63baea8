"""The figures of a chart as a table for readers, and as CSV for machines."""

import csv as csv_module
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from core.charts.figures import percent, shown
from core.charts.spec import ChartSpec, Kind
from core.charts.text import clean

_PARTS = {Kind.AGREEMENT, Kind.DIVERGING}


@dataclass(frozen=True, slots=True)
class Table:
    """Ready words: a head, and rows whose first cell names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(spec: ChartSpec) -> Table:
    rows = tuple(
        (
            clean(spec.categories[row]),
            *(_cell(spec, row, column) for column in range(len(spec.series))),
            *_n(spec, row),
        )
        for row in spec.rows()
    )
    return Table(caption=clean(spec.title), head=(head(spec), *_names(spec)), rows=rows)


def csv(spec: ChartSpec) -> str:
    """Plain numbers under a header in the reader's language; text that a spreadsheet would run is quoted."""
    out = StringIO()
    writer = csv_module.writer(out)
    writer.writerow([_harmless(name) for name in (head(spec), *_names(spec))])
    for row in spec.rows():
        cells: list[str | float | None] = [_harmless(clean(spec.categories[row]))]
        columns = range(len(spec.series))
        cells += [_hidden(spec, row, column) or spec.value(row, column) for column in columns]
        writer.writerow(cells + ([spec.row_n[row]] if spec.row_n else []))
    return out.getvalue()


def head(spec: ChartSpec) -> str:
    """What the first column names."""
    return {Kind.LINE: _("Time"), Kind.HISTOGRAM: clean(spec.unit) or _("Range"), Kind.MAP: _("Country")}.get(
        spec.kind, _("Subject")
    )


def _names(spec: ChartSpec) -> list[str]:
    unit = clean(spec.unit)
    names = [
        f"{clean(name)} ({unit})" if unit and unit != "%" and spec.kind != Kind.HISTOGRAM else clean(name)
        for name in spec.series
    ]
    return [*names, _("n")] if spec.row_n else names


def _n(spec: ChartSpec, row: int) -> tuple[str, ...]:
    if not spec.row_n:
        return ()
    return ("–" if spec.row_n[row] is None else str(spec.row_n[row]),)


def _hidden(spec: ChartSpec, row: int, column: int) -> str:
    if (row, column) in spec.hidden:
        return _("hidden, n < %(minimum)d") % {"minimum": spec.minimum}
    return _("hidden, to protect another figure") if (row, column) in spec.hidden_too else ""


def _cell(spec: ChartSpec, row: int, column: int) -> str:
    if words := _hidden(spec, row, column):
        return words
    if spec.kind == Kind.MAP and not spec.bounds and spec.value(row, column) is None:
        return _("yes")
    value = shown(spec, spec.value(row, column))
    share = spec.share(row, column) if spec.kind in _PARTS and str(spec.unit) != "%" else None
    return value if share is None else f"{value}\u00a0({percent(share)})"


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
