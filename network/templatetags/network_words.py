"""Codes and states in words and tones."""

from __future__ import annotations

from django import template
from django.conf import settings

from network.codes.isced_f import field_name
from network.codes.nace import sector_name
from network.countries import country_name
from network.enums import ExperienceState

register = template.Library()

EXPERIENCE_TONES = {
    ExperienceState.DRAFT: "plain",
    ExperienceState.IN_REVIEW: "info",
    ExperienceState.REVIEWED: "ok",
    ExperienceState.PUBLISHED: "ok",
}


@register.filter
def country(code: str) -> str:
    return country_name(code) if code else ""


@register.filter
def language(code: str) -> str:
    return str(dict(settings.LANGUAGES).get(code, code))


@register.filter
def sector(code: str) -> str:
    return sector_name(code) if code else ""


@register.filter
def education(code: str) -> str:
    return field_name(code) if code else ""


@register.filter
def experience_tone(state: str) -> str:
    return EXPERIENCE_TONES[ExperienceState(state)]
