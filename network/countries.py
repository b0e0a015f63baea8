"""Countries by ISO 3166-1 alpha-2, with their names in the reader's language (CLDR)."""

from __future__ import annotations

from functools import cache

from babel import Locale
from django.utils.translation import get_language

# CLDR has codes that are no country; XK (Kosovo), not ISO either, is given by the Union with its usual footnote.
_NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}


@cache
def names(language: str) -> dict[str, str]:
    """Country names by code in one language; only codes of two letters."""
    territories = Locale.parse(language).territories
    return {
        code: str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY
    }


def country_name(code: str, language: str | None = None) -> str:
    """The name, the code itself when it is none, "" for none."""
    asked = (language or get_language() or "en")[:2]
    return names(asked).get(code, code)


def choices(language: str | None = None) -> list[tuple[str, str]]:
    return list(_sorted((language or get_language() or "en")[:2]))


@cache
def _sorted(language: str) -> list[tuple[str, str]]:
    return sorted(names(language).items(), key=lambda pair: pair[1])
