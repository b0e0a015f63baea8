"""Charts: one specification each, drawn in the page and in the PDF."""

from core.charts.render import NARROW, WIDE, svg
from core.charts.small import quota_bar, sparkline
from core.charts.spec import ChartSpec, Kind, Order
from core.charts.tables import Table, csv, table

__all__ = [
    "NARROW",
    "WIDE",
    "ChartSpec",
    "Kind",
    "Order",
    "Table",
    "csv",
    "quota_bar",
    "sparkline",
    "svg",
    "table",
]
