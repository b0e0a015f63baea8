"""The lists of choices of the six questionnaires."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from impact_study.enums import Missing
from impact_study.instruments.words import words
from impact_study.rules.definition import Choice, ChoiceList

# The countries of the programme: members of the Union, those associated to it, and two neighbours.
COUNTRIES = (
    "at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr", "hu", "ie", "it", "lv", "lt", "lu", "mt",
    "nl", "pl", "pt", "ro", "sk", "si", "es", "se", "is", "li", "no", "mk", "rs", "tr", "ch", "gb",
)  # fmt: skip
FIVE_POINTS = ("agree5", "conf5")
REASONS = {"na": Missing.NOT_APPLICABLE, "unsaid": Missing.PREFER_NOT_TO_SAY}


@cache
def choice_list(code: str) -> ChoiceList:
    """A list by its code. "Does not apply" and "prefer not to say" are reasons, never values."""
    if code == "country":
        codes = [*COUNTRIES, "other"]
    else:
        codes = [key.removeprefix(f"list.{code}.") for key in words("en") if key.startswith(f"list.{code}.")]
    return ChoiceList(code, tuple(_choice(code, one) for one in codes))


def _choice(listed: str, code: str) -> Choice:
    value = int(code) if listed in FIVE_POINTS and code.isdecimal() else None
    reason = REASONS.get(code) if listed in FIVE_POINTS or code == "unsaid" else None
    return Choice(code, f"list.{listed}.{code}", value=value, missing=reason)


def partner_list(partners: Mapping[str, str]) -> ChoiceList:
    return ChoiceList("partner", tuple(Choice(code, f"list.partner.{code}") for code in partners))
