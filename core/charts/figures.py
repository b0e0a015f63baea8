"""Numbers as the reader writes them."""

from django.utils.formats import number_format
from django.utils.translation import gettext

from core.charts.spec import ChartSpec

TOO_LONG_TO_WRITE_OUT = 1e15


def figure(value: float, places: int = 0) -> str:
    """A number with the digits, groups and decimal sign of the reader's language."""
    if abs(value) >= TOO_LONG_TO_WRITE_OUT:
        return f"{value:.2e}"
    rounded = round(value, places) + 0.0
    return str(number_format(rounded, places, use_l10n=True, force_grouping=True)).replace("-", "−")


def percent(share: float, places: int = 0) -> str:
    # Translators: a percentage; put a no-break space before the sign where your language has one.
    return gettext("%(figure)s%%") % {"figure": figure(share * 100, places)}


def shown(spec: ChartSpec, value: float | None) -> str:
    """A figure of a chart with its decimals, and the sign if they are percentages."""
    if value is None:
        return "–"
    if str(spec.unit) == "%":
        return percent(value / 100, spec.places)
    return figure(value, spec.places)
