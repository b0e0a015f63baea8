"""The project's own facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from network.countries import names
from network.rules.plain_data import Reader

# Words that stand where a project's code would stand in an address.
TAKEN_BY_PAGES = ("new",)
SLUG = re.compile(r"^[-a-zA-Z0-9_]+$")


def read_facts(reader: Reader, languages: Sequence[str]) -> dict[str, Any]:
    code = reader.text("code", needed=True, longest=40)
    if code and not SLUG.match(code):
        reader.wrong("code", _("use letters, digits and hyphens only."))
    if code in TAKEN_BY_PAGES:
        reader.wrong("code", _("this word is the address of a page; take another."))
    return {
        "code": code,
        "title": reader.label("title", languages, needed=True),
        "summary": reader.label("summary", languages),
        "aims": reader.label("aims", languages),
        "action": reader.text("action", longest=40),
        "call_year": reader.whole("call_year", most=2100),
        "number": reader.text("number", longest=60),
        "starts_on": reader.day("starts_on"),
        "ends_on": reader.day("ends_on"),
        "grant": reader.money("grant"),
        "time_zone": reader.text("time_zone", longest=60) or "Europe/Brussels",
        "languages": reader.choices("languages", languages, default=["en"]),
        "is_public": reader.yes("public"),
    }


def read_aliases(reader: Reader) -> dict[str, str]:
    found = reader.pairs("country_aliases")
    for alias, country in found.items():
        if country not in names("en"):
            reader.wrong(f"country_aliases.{alias}", _("leads to no country by ISO 3166."))
    return {alias: str(country) for alias, country in found.items()}
