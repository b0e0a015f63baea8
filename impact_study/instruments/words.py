"""The words around the items: stems, labels and filter questions, in every language we have them in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from impact_study.instruments.bank import bank, read
from network.countries import names

LANGUAGES = ("en", "es")


@cache
def words(language: str) -> Mapping[str, str]:
    """Texts by key: ours, the item bank's by the items' codes, and the names of countries."""
    ours = {row["key"]: row[language] for row in read("texts.csv")}
    items = {item.code: item.texts[language] for item in bank()}
    countries = {f"list.country.{code.lower()}": name for code, name in names(language).items()}
    return {**countries, **items, **ours}


def variant(key: str, manner: str) -> str:
    """The key of the wording for these readers where there is one: `q.gender` for adults is `q.gender.adult`."""
    return own if (own := f"{key}.{manner}") in words("en") else key
