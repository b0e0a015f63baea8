"""What a row tells besides answers: read or refused, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.utils.translation import gettext as _

from core.sheets.dates import Order
from core.sheets.values import Cell
from impact_study.rules.importing.cells import plain_day
from network.countries import names
from network.rules.countries import read_country

MOST_SECONDS = 24 * 3600


def read_fact(name: str, cell: Cell, text: str, *, languages: Collection[str], order: Order | None) -> tuple[str, str]:
    """The fact in its stored form, or why it is none and what is taken instead."""
    if name == "day":
        return _day(cell, text, order)
    if name == "language":
        return (text, "") if text in languages else ("", _no_language(text))
    return READERS[name](text) if name in READERS else (text, "")


def _day(cell: Cell, text: str, order: Order | None) -> tuple[str, str]:
    day, why = plain_day(text if isinstance(cell, str) else cell, text, order)
    if day:
        return day.isoformat(), ""
    return "", why or _("“%(text)s” is no day. The day of the import would be taken.") % {"text": text[:40]}


def _no_language(text: str) -> str:
    return _("The questionnaire is not in “%(text)s”. The language of the file would be taken.") % {"text": text[:40]}


def _country(text: str) -> tuple[str, str]:
    code = read_country(text, expected=names("en"), aliases={}).code
    return code, "" if code else _("“%(text)s” is no country. That of the partner would be taken.") % {
        "text": text[:40]
    }


def _seconds(text: str) -> tuple[str, str]:
    if text.isascii() and text.isdecimal() and len(text) < 6 and int(text) <= MOST_SECONDS:
        return text, ""
    return "", _("“%(text)s” is no number of seconds up to a day. It would be left empty.") % {"text": text[:40]}


READERS: dict[str, Callable[[str], tuple[str, str]]] = {"country": _country, "seconds": _seconds}
