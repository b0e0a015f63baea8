"""What somebody writes of themselves when they register: read from plain values, without a Django form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.problems import Problem
from core.text import fold
from network.enums import Mode
from network.rules.name_parts import is_nobody
from network.rules.names import email_key, person_key

LONGEST = {
    "name": 300, "email": 254, "organisation_name": 300, "organisation_address": 300, "function": 200,
    "access_needs": 500, "diet_needs": 500,
}  # fmt: skip
NEEDED = ("name", "email", "organisation_name", "country")


@dataclass(frozen=True, kw_only=True)
class Guest:
    """A person in the small, as the form or the organiser's page says it."""

    name: str
    email: str = ""
    organisation_name: str = ""
    organisation_address: str = ""
    country: str = ""
    function: str = ""
    category_id: int | None = None
    invited_by_id: int | None = None
    mode: str = Mode.ON_SITE
    language: str = "en"
    access_needs: str = ""
    diet_needs: str = ""
    photo_consent: bool = False
    answers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def email_key(self) -> str:
        return email_key(self.email)

    @property
    def name_key(self) -> str:
        """With the address it says who it is: in a school many share one mailbox."""
        return person_key(self.name)[: LONGEST["name"]]

    @property
    def search_key(self) -> str:
        return search_key(self.name, self.email, self.organisation_name)


def search_key(name: str, email: str, organisation: str) -> str:
    """What a search at the door compares with: however a name is typed there, its marks and case do not matter."""
    return fold(f"{name} {email} {organisation}")


def read_guest(
    posted: Mapping[str, str], *, language: str, modes: Collection[str], countries: Collection[str],
    categories: Collection[int], partners: Collection[int] = (),
) -> tuple[Guest, list[Problem]]:  # fmt: skip
    """The guest, and all that is wrong with what was sent."""
    told: dict[str, Any] = {name: " ".join(posted.get(name, "").split()) for name in LONGEST}
    country, category = posted.get("country", ""), posted.get("category", "")
    mode = posted.get("mode", "") or next(iter(modes))
    found = _text_problems(told)
    if not country:
        found.append(_missing("country"))
    elif country not in countries:
        found.append(Problem("country", _("Choose a country of the list."), field="country"))
    if mode not in modes:
        found.append(Problem("mode", _("Choose how you will take part."), field="mode"))
    chosen = int(category) if category.isdecimal() else None
    if category and chosen not in categories:
        found.append(Problem("category", _("Choose one of the list."), field="category"))
    invited_by = posted.get("invited_by", "")
    partner = int(invited_by) if invited_by.isdecimal() else None
    if invited_by and partner not in partners:
        found.append(Problem("invited_by", _("Choose one of the list."), field="invited_by"))
    guest = Guest(
        **told, country=country, category_id=chosen, invited_by_id=partner, mode=mode, language=language,
        photo_consent=bool(posted.get("photo_consent")),
    )  # fmt: skip
    return guest, found


def _text_problems(told: Mapping[str, str]) -> list[Problem]:
    found = [_missing(name) for name in NEEDED if name in told and not told[name]]
    for name, longest in LONGEST.items():
        if len(told[name]) > longest:
            message = _("Shorten this to %(longest)d signs.") % {"longest": longest}
            found.append(Problem("too_long", message, field=name))
    if told["name"] and is_nobody(told["name"]):
        found.append(Problem("no_name", _("Write your name: it stands on the attendance list."), field="name"))
    if told["email"]:
        try:
            validate_email(told["email"])
        except ValidationError:
            message = _("Check the e-mail address: your ticket goes there.")
            found.append(Problem("email", message, field="email"))
    return found


def _missing(name: str) -> Problem:
    asked = {
        "name": _("Write your name."),
        "email": _("Write your e-mail address: your ticket goes there."),
        "organisation_name": _("Write your organisation, or “private”."),
        "country": _("Choose the country of your organisation."),
    }
    return Problem("missing", asked[name], field=name)
