"""When somebody may be written to: not at night, not when done, not more than twice again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.problems import Problem

MOST_REMINDERS = 2
REMIND_AFTER = timedelta(days=7)
DAY_BEGINS, DAY_ENDS = 8, 21
# One zone a country; where there are several, that of most of its people.
ZONES = {
    "AT": "Vienna", "BE": "Brussels", "BG": "Sofia", "CH": "Zurich", "CY": "Nicosia", "CZ": "Prague", "DE": "Berlin",
    "DK": "Copenhagen", "EE": "Tallinn", "EL": "Athens", "ES": "Madrid", "FI": "Helsinki", "FR": "Paris",
    "GB": "London", "GR": "Athens", "HR": "Zagreb", "HU": "Budapest", "IE": "Dublin", "IT": "Rome", "LT": "Vilnius",
    "LU": "Luxembourg", "LV": "Riga", "MK": "Skopje", "MT": "Malta", "NL": "Amsterdam", "NO": "Oslo", "PL": "Warsaw",
    "PT": "Lisbon", "RO": "Bucharest", "RS": "Belgrade", "SE": "Stockholm", "SI": "Ljubljana", "SK": "Bratislava",
    "TR": "Istanbul", "UA": "Kyiv",
}  # fmt: skip
SPLIT = re.compile(r"[;,\t ]+")


def is_daytime(country: str, *, at: datetime, otherwise: str) -> bool:
    """From 8 to 21 where the recipient lives; `otherwise` is the study's zone."""
    name = ZONES.get(country.upper())
    zone = ZoneInfo(f"Europe/{name}" if name else otherwise)
    return DAY_BEGINS <= at.astimezone(zone).hour < DAY_ENDS


@dataclass(frozen=True)
class Asked:
    """What is known of one invitation."""

    sent_at: datetime | None
    reminded_at: datetime | None
    reminders: int
    is_done: bool
    bounced: bool
    unsubscribed: bool


def mail_due(asked: Asked, *, at: datetime) -> str:
    """`invitation`, `reminder` or nothing."""
    if asked.is_done or asked.bounced or asked.unsubscribed:
        return ""
    if asked.sent_at is None:
        return "invitation"
    last = asked.reminded_at or asked.sent_at
    return "reminder" if asked.reminders < MOST_REMINDERS and at - last >= REMIND_AFTER else ""


@dataclass(frozen=True)
class Address:
    email: str
    language: str
    country: str


def read_addresses(
    text: str, *, languages: Iterable[str], language: str, country: str
) -> tuple[list[Address], list[Problem]]:
    """Pasted lines: an address, and behind it a language and a country where they differ from the usual ones."""
    known, found, problems = set(languages), {}, []
    for number, line in enumerate(text.splitlines(), 1):
        parts = [part for part in SPLIT.split(line.strip()) if part]
        if not parts:
            continue
        email, rest = parts[0].strip("<>").lower(), parts[1:]
        try:
            validate_email(email)
        except ValidationError:
            message = _("Line %(number)d is not an address.") % {"number": number}
            problems.append(Problem("not_an_address", message, field="addresses", row=number))
            continue
        own = next((part.lower() for part in rest if part.lower() in known), language)
        place = next((part for part in rest if len(part) == 2 and part.isupper()), country)
        found[email] = Address(email, own, place)
    return list(found.values()), problems
