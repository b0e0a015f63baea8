"""States of the impact study's nouns in word, icon and colour."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.house import icon, tone_icon
from impact_study.enums import StudyState, TextState, VersionState
from impact_study.models import InstrumentVersion, Study

register = template.Library()

STUDY_TONES = {StudyState.RUNNING: "ok", StudyState.CLOSED: "info", StudyState.PUBLISHED: "ok"}
VERSION_TONES = {VersionState.DRAFT: "info", VersionState.PUBLISHED: "ok"}
TEXT_TONES = {
    TextState.MISSING: "bad", TextState.MACHINE: "warn", TextState.DRAFT: "warn", TextState.REVIEWED: "ok",
    TextState.APPROVED: "ok",
}  # fmt: skip
NAMES = dict(settings.LANGUAGES)


@register.simple_tag
def state(tone: str, word: str) -> SafeString:
    return format_html('<span class="state {}">{}{}</span>', tone, icon(tone_icon(tone)), word)


@register.simple_tag
def study_state(study: Study) -> SafeString:
    return state(STUDY_TONES.get(StudyState(study.state), "plain"), study.get_state_display())


@register.simple_tag
def version_state(version: InstrumentVersion) -> SafeString:
    return state(VERSION_TONES.get(VersionState(version.state), "plain"), version.get_state_display())


@register.simple_tag
def text_state(code: str) -> SafeString:
    return state(TEXT_TONES[TextState(code)], str(TextState(code).label))


@register.filter
def language_name(code: str) -> str:
    return str(NAMES.get(code, code))


@register.filter
def is_plain(name: str) -> bool:
    """Whether a field of an item's form stands by itself, and not among those of a condition."""
    return not name.startswith(("relevant_", "constraint_"))


@register.filter
def of(table: dict[str, object], key: str) -> object:
    """What a table holds under a key that only the page knows."""
    return table.get(key, "")
