"""Charts in templates: `{% load charts %} {% chart spec %}`."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import charts
from core.charts.figures import figure
from core.charts.text import clean

register = template.Library()

PRINT_WIDTH = 640


@register.inclusion_tag("components/figure.html")
def chart(
    spec: charts.ChartSpec,
    theme: str = "page",
    level: int = 3,
    downloads: Sequence[tuple[str, str]] = (),
    key: str = "",
    patterns: bool = False,
    table: bool = True,
) -> dict[str, Any]:
    """The whole figure: finding as heading, drawing, facts, table, downloads as (label, address)."""
    is_print = theme == "print"
    widths = (PRINT_WIDTH,) if is_print else (charts.WIDE, charts.NARROW)
    drawings = [mark_safe(charts.svg(spec, theme=theme, width=width, patterns=patterns, key=key)) for width in widths]
    return {
        "title": clean(spec.title),
        "finding": clean(spec.statement or spec.title),
        "level": level,
        "drawings": drawings,
        "is_print": is_print,
        "table": charts.table(spec) if table else None,
        "facts": facts(spec),
        "downloads": downloads,
    }


@register.inclusion_tag("components/map.html")
def places_map(places: Sequence[charts.Place], title: str, level: int = 2, theme: str = "page") -> dict[str, Any]:
    """A map of Europe with the countries of the places marked, and the places listed under their countries."""
    spec = charts.places_map(places, title=title)
    width = PRINT_WIDTH if theme == "print" else charts.WIDE
    return {
        "title": clean(title),
        "level": level,
        "drawing": mark_safe(charts.svg(spec, theme=theme, width=width)),
        "countries": charts.by_country(places),
    }


def facts(spec: charts.ChartSpec) -> list[str]:
    """What a careful reader asks of a figure: how many, how many not, what to mind, from where, from when."""
    told = []
    if spec.n is not None:
        told.append(_("n = %(count)s") % {"count": figure(spec.n)})
    if spec.missing:
        words = ngettext("%(count)s without an answer", "%(count)s without an answer", spec.missing)
        told.append(words % {"count": figure(spec.missing)})
    if spec.note:
        told.append(clean(spec.note))
    if spec.source:
        told.append(_("Source: %(source)s") % {"source": clean(spec.source)})
    if spec.as_of:
        told.append(_("As of %(date)s") % {"date": date_format(spec.as_of)})
    return told


@register.simple_tag
def sparkline(values: Sequence[float | None], label: str, theme: str = "page") -> SafeString:
    """A history the size of a word; `label` says it in words."""
    return mark_safe(charts.sparkline(values, label=label, theme=theme))


@register.simple_tag
def quota_bar(
    reached: float, target: float, expected: float | None = None, *, label: str, theme: str = "page"
) -> SafeString:
    """Reached of target the size of a word; `label` says it in words."""
    return mark_safe(charts.quota_bar(reached, target, expected, label=label, theme=theme))
