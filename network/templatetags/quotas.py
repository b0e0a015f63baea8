"""How a quota looks: bar, history and state, always with words beside the colour."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.charts import quota_bar, sparkline
from core.templatetags.house import icon, tone_icon
from network.enums import QuotaStatus
from network.rules.board.tables import Board, Cell, Column, Row

register = template.Library()

TONES = {
    QuotaStatus.REACHED: "ok",
    QuotaStatus.ON_TRACK: "ok",
    QuotaStatus.BEHIND: "warn",
    QuotaStatus.AT_RISK: "bad",
}


@register.simple_tag
def cell_bar(cell: Cell) -> SafeString:
    """The bar of a quota with its words for whoever does not see it."""
    counts = cell.counts
    words = {"reached": counts.reached, "target": counts.target or 0}
    label = _("%(reached)d of %(target)d reached") % words if counts.target else _("%(reached)d, no target") % words
    late = TONES.get(QuotaStatus(cell.status)) in ("warn", "bad")
    return mark_safe(quota_bar(counts.reached, counts.target or 0, cell.expected, label=label, late=late))


@register.simple_tag
def cell_history(cell: Cell) -> SafeString:
    """Heads reached month by month, as a small line."""
    line = cell.course_line
    label = _("History: %(first)d at first, %(last)d now") % {
        "first": line[0] if line else 0,
        "last": line[-1] if line else 0,
    }
    return mark_safe(sparkline(line, label=label))


@register.simple_tag
def cell_state(cell: Cell) -> SafeString:
    """The status in words with its shape."""
    status = QuotaStatus(cell.status)
    tone = TONES.get(status, "plain")
    return format_html('<span class="state {}">{}{}</span>', tone, icon(tone_icon(tone)), status.label)


@register.simple_tag
def quota_square(board: Board, row: Row, cell: Cell, column: Column) -> SafeString:
    """A quota in the overview: reached of target, bar and state."""
    return _piece("network/_board_square.html", _language(), board.project, row.code, None, cell, column)


@register.simple_tag
def quota_line(project: str, row: Row, period: int | None, cell: Cell, column: Column) -> SafeString:
    """A quota with all its figures, each of which opens."""
    return _piece("network/_board_line.html", _language(), project, row.code, period, cell, column)


@register.simple_tag
def quota_section(board: Board, row: Row) -> SafeString:
    """All that the board tells of one category."""
    return _section(_language(), board.project, board.period_id, board.columns, row)


def _language() -> str:
    return get_language() or ""


# Most quotas stay as they are from one change of the board to the next.
@lru_cache(maxsize=1000)
def _piece(
    template: str, _language: str, project: str, category: str, period: int | None, cell: Cell, column: Column
) -> SafeString:
    context = {"project": project, "category": category, "period": period, "cell": cell, "column": column}
    return render_to_string(template, context)


@lru_cache(maxsize=200)
def _section(_language: str, project: str, period: int | None, columns: tuple[Column, ...], row: Row) -> SafeString:
    context = {"project": project, "period": period, "columns": columns, "row": row}
    return render_to_string("network/_board_section.html", context)
