"""Countries as people write them. A name that is not plainly one of the project's is proposed, never assumed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from babel.core import get_global
from django.conf import settings

from core.text import fold
from network.countries import names

EUROPEAN_CODES = {"EL": "GR", "UK": "GB"}
OTHER_NAMES = {
    "holland": "NL",
    "holanda": "NL",
    "hollande": "NL",
    "olanda": "NL",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "ceska republika": "CZ",
    "cesko": "CZ",
    "czech republic": "CZ",
    "republica checa": "CZ",
    "republica cehă": "CZ",
    "repubblica ceca": "CZ",
    "republique tcheque": "CZ",
    "tsjechische republiek": "CZ",
    "tschechische republik": "CZ",
    "tsekin tasavalta": "CZ",
    "republika czeska": "CZ",
    "slovak republic": "SK",
    "macedonia": "MK",
    "turkey": "TR",
    "bundesrepublik deutschland": "DE",
    "brd": "DE",
}
# Written on real lists, but no code of the standard, or one of another country.
USUAL_ALIASES = {
    "SP": "ES",
    "ESP": "ES",
    "CR": "CZ",
    "ČR": "CZ",
    "CZR": "CZ",
    "RUM": "RO",
    "ROM": "RO",
    "POR": "PT",
    "GER": "DE",
    "NED": "NL",
    "HOL": "NL",
    "SUI": "CH",
    "GRE": "GR",
    "DEN": "DK",
    "CRO": "HR",
    "SLO": "SI",
    "BUL": "BG",
    "ENG": "GB",
    "E": "ES",
    "P": "PT",
    "I": "IT",
    "D": "DE",
    "F": "FR",
    "B": "BE",
}


@dataclass(frozen=True, slots=True)
class CountryRead:
    """A code that holds, or one that is only proposed, or neither."""

    code: str = ""
    proposed: str = ""

    @property
    def is_open(self) -> bool:
        return not self.code


def read_country(text: str, *, expected: Collection[str], aliases: Mapping[str, str]) -> CountryRead:
    """What a cell says about the country.

    A confirmed alias of the project decides. Otherwise a code or name of an expected country holds; another
    country, and a usual slip such as SP or CR, is only proposed.
    """
    typed = " ".join(text.replace(".", "").split()).upper()
    if confirmed := aliases.get(typed):
        return CountryRead(code=confirmed)
    code = _standard_code(typed) or _names().get(fold(text), "")
    slip = USUAL_ALIASES.get(typed, "")
    if code and code in expected and slip in ("", code):
        return CountryRead(code=code)
    return CountryRead(proposed=slip if slip in expected else code or slip)


def _standard_code(typed: str) -> str:
    if typed in EUROPEAN_CODES:
        return EUROPEAN_CODES[typed]
    if len(typed) == 3:
        return _three_letters().get(typed, "")
    return typed if typed in _two_letters() else ""


@cache
def _two_letters() -> frozenset[str]:
    return frozenset(names("en")) - frozenset(get_global("territory_aliases"))


@cache
def _three_letters() -> dict[str, str]:
    pairs = get_global("territory_aliases")
    return {long: short[0] for long, short in pairs.items() if len(long) == 3 and long.isalpha()}


@cache
def _names() -> dict[str, str]:
    """Every country by its names in the interface languages, folded."""
    found = {fold(name): code for name, code in OTHER_NAMES.items()}
    for language, _label in settings.LANGUAGES:
        for code, name in names(language).items():
            if code in _two_letters():
                found.setdefault(fold(name), code)
    return found
