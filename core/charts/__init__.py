"""Charts: one specification each, drawn in the page and in the PDF."""

from core.charts.places import Place, by_country, places_map
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
    "Place",
    "Table",
    "by_country",
    "csv",
    "places_map",
    "quota_bar",
    "sparkline",
    "svg",
    "table",
]
