"""What the pages of events need beyond the house's own tags."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from dissemination.enums import EventState, RegistrationState

register = template.Library()

# As Django's own json_script: nothing in the data can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
EVENT_TONES = {
    EventState.DRAFT: "plain",
    EventState.PUBLISHED: "ok",
    EventState.POSTPONED: "warn",
    EventState.CANCELLED: "bad",
    EventState.HELD: "info",
    EventState.CLOSED: "plain",
}
REGISTRATION_TONES = {
    RegistrationState.PENDING: "warn",
    RegistrationState.CONFIRMED: "ok",
    RegistrationState.WAITLISTED: "info",
    RegistrationState.OFFERED: "warn",
    RegistrationState.DECLINED: "bad",
    RegistrationState.CANCELLED: "plain",
}


@register.filter
def linked_data(data: dict[str, Any]) -> SafeString:
    """Facts for search engines: data in a script element, which no browser runs."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))


@register.filter
def event_tone(state: str) -> str:
    return EVENT_TONES[EventState(state)]


@register.filter
def registration_tone(state: str) -> str:
    return REGISTRATION_TONES[RegistrationState(state)]
