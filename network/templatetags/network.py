"""States of the network's nouns in word, icon and colour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.models import AuditEntry
from core.templatetags.house import icon, tone_icon
from network.enums import ParticipationState, PeriodState
from network.models import Participation, Period

register = template.Library()

RECORD_TONES = {
    ParticipationState.SUBMITTED: "info",
    ParticipationState.VERIFIED: "ok",
    ParticipationState.RETURNED: "warn",
    ParticipationState.REJECTED: "bad",
}
PERIOD_TONES = {PeriodState.OPEN: "info", PeriodState.CLOSING: "warn", PeriodState.LOCKED: "ok"}


def state(tone: str, word: str) -> SafeString:
    return format_html('<span class="state {}">{}{}</span>', tone, icon(tone_icon(tone)), word)


@register.simple_tag
def record_state(record: Participation) -> SafeString:
    return state(RECORD_TONES.get(ParticipationState(record.state), "plain"), record.get_state_display())


@register.simple_tag
def record_lines(records: Iterable[Participation]) -> SafeString:
    """A list item for each record with its occasion and evidence at hand; a page shows hundreds of them."""
    return format_html_join("\n", "{}", ((record_line(record),) for record in records))


@register.simple_tag
def record_line(record: Participation) -> SafeString:
    named = format_html(
        '<a href="{}">{} · {}</a>', record.get_absolute_url(), _short(record.held_on, get_language()), record.occasion
    )
    files, mark = list(record.evidence.all()), icon("circle-check")
    proofs = format_html_join(
        " ", '<a class="tag" href="{}">{}{}</a>', ((file.get_absolute_url(), mark, file) for file in files)
    )
    return format_html(
        "<li>{} {}</li>", named, proofs or format_html('<span class="muted small">{}</span>', _("no evidence"))
    )


@lru_cache(maxsize=5000)
def _short(day: date, language: str | None) -> str:
    """The day as the reader's language writes it."""
    return date_format(day, "SHORT_DATE_FORMAT")


WORDS = {
    "network.participation.recorded": _("recorded"),
    "network.participation.submitted": _("submitted"),
    "network.participation.verified": _("verified"),
    "network.participation.returned": _("returned"),
    "network.participation.rejected": _("rejected"),
    "network.participation.corrected": _("corrected"),
}


@register.simple_tag
def action_words(entry: AuditEntry) -> str:
    """What an entry of the audit log says of a record, in words."""
    told = str(WORDS.get(entry.action, entry.action))
    return f"{told}: {entry.detail['reason']}" if entry.detail.get("reason") else told


@register.simple_tag
def period_state(period: Period) -> SafeString:
    return state(PERIOD_TONES[PeriodState(period.state)], period.get_state_display())
