"""How a quota looks: bar, history and state, always with words beside the colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.charts import quota_bar, sparkline
from core.templatetags.house import icon, tone_icon
from network.enums import QuotaStatus
from network.rules.board import Cell

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
    return mark_safe(quota_bar(counts.reached, counts.target or 0, cell.expected, label=label))


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
