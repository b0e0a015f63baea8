"""How single values stand in a report: by the rules of its language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.labels import in_language
from reports.enums import ContributionState
from reports.rules.content import Chart, Figures, Note, Words

register = template.Library()
LONGEST_WORD = 40


@register.filter
def shown(value: Any) -> str:
    """Numbers with the separators of the language, dates in its order, nothing as a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{_day(local)}, {date_format(local, 'TIME_FORMAT')} {local.tzname() or ''}".strip()
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, int):
        return number_format(value, force_grouping=True)
    if isinstance(value, float | Decimal):
        return number_format(value, decimal_pos=2 if isinstance(value, Decimal) else 1, force_grouping=True)
    return str(value)


def _day(value: date) -> str:
    """The month in letters, so that no reader takes it for the day."""
    return date_format(value, pgettext("date format, the month in letters", "j M Y"))


@register.filter
def is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


@register.filter
def is_code(value: Any) -> bool:
    """A hash: one long word that may break anywhere."""
    return isinstance(value, str) and len(value) > LONGEST_WORD and " " not in value


@register.filter
def share(figure: Any) -> str:
    """Value of target in whole percent; nothing where there is no target."""
    if not figure.target or not is_number(figure.value):
        return ""
    return _("%(percent)s %%") % {"percent": number_format(round(100 * figure.value / figure.target))}


@register.filter
def have_targets(figures: Any) -> bool:
    return any(figure.target is not None for figure in figures)


@register.filter
def block_kind(block: Any) -> str:
    """Which partial draws a block."""
    kinds = {Words: "words", Note: "note", Figures: "figures", Chart: "chart"}
    return kinds.get(type(block), "table")


@register.filter
def number_columns(table: Any) -> set[int]:
    """The columns, counted from 1, that hold numbers."""
    return {column for row in table.rows for column, value in enumerate(row, 1) if is_number(value)}


@register.filter
def in_words(label: Any) -> str:
    """A text kept in several languages, in the reader's."""
    return in_language(label)


@register.filter
def state_tone(state: str) -> str:
    tones = {ContributionState.ACCEPTED: "ok", ContributionState.RETURNED: "warn", ContributionState.SUBMITTED: "info"}
    return tones.get(ContributionState(state), "plain")
