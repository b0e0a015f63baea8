"""The addresses of a public page in the languages whose texts are complete."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True)
class Twin:
    """The same page in another language; `language` may be x-default."""

    language: str
    url: str


def in_language(path: str, language: str) -> str:
    """An address of ours in another language: only its first step differs."""
    _language, _slash, rest = path.removeprefix("/").partition("/")
    return f"{settings.SITE_URL}/{language}/{rest}"


def twins(path: str) -> list[Twin]:
    """One for each complete language, and English for whoever reads none of them."""
    found = [Twin(language, in_language(path, language)) for language in settings.COMPLETE_LANGUAGES]
    return [*found, Twin("x-default", in_language(path, settings.COMPLETE_LANGUAGES[0]))]


def canonical(path: str) -> str:
    """Where a page really lives: in its own language, or in English while that language is not complete."""
    language = (get_language() or "")[:2]
    return in_language(path, language if language in settings.COMPLETE_LANGUAGES else settings.COMPLETE_LANGUAGES[0])
