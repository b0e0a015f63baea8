"""The papers of an event as PDF; only workers load this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.mail import site_url
from core.printing.pdf import print_template
from core.symbols import qr_svg
from dissemination.enums import DocumentKind
from dissemination.models import Certificate, Event, Registration
from dissemination.services.showing import Shown
from network.countries import country_name
from network.funding import funding_of

MOST_DAYS = 5
BLANK_LINES = 10
SHEET = "dissemination/print/signatures.html"
Printed = tuple[bytes, int]


def symbol(address: str, label: str) -> SafeString:
    # Made by the library from our own address alone.
    return mark_safe(qr_svg(address, label))


def print_sheet(event: Event, guests: Sequence[Registration], *, language: str, mark: str, code: str) -> Printed:
    with translation.override(language):
        return print_template(SHEET, sheet_words(event, guests, language, code), language=language, identifier=mark)


def sheet_words(event: Event, guests: Sequence[Registration], language: str, code: str) -> dict[str, Any]:
    """What the signature sheet is drawn from, in the language that is spoken now."""
    days = sheet_days(event)
    return _facts(event, language) | {
        "guests": [(guest, country_name(guest.country)) for guest in guests],
        "days": days, "many_days": len(days) > 1, "code": code,
        "blank": range(len(guests) + 1, len(guests) + 1 + BLANK_LINES),
        "symbol": symbol(sheet_address(event, code), _("Sheet %(code)s") % {"code": code}),
    }  # fmt: skip


def sheet_address(event: Event, code: str) -> str:
    """What the symbol says: where the scan of this sheet is handed in, and no word about anybody."""
    return site_url(reverse("dissemination:sheet_find", args=[code]))


def sheet_days(event: Event) -> list[date]:
    """The days that are signed for, each in a box of its own; a long event is signed for on its first days."""
    number = min((event.ends_on - event.held_on).days + 1, MOST_DAYS)
    return [event.held_on + timedelta(days=day) for day in range(number)]


def print_badges(event: Event, guests: Sequence[Registration], *, language: str, mark: str, code: str) -> Printed:
    with translation.override(language):
        found = {"guests": [(guest, country_name(guest.country), badge_size(event, guest)) for guest in guests]}
        return _print("dissemination/print/badges.html", event, found, language, mark)


def badge_size(event: Event, guest: Registration) -> str:
    """How large a badge is written: whole names of any length stay clear of the emblem below them."""
    length = len(guest.name) + len(guest.organisation_name) + len(str(event)) // 2
    return "usual" if length <= 80 else "long" if length <= 180 else "longest"


def print_certificates(event: Event, rows: Sequence[Certificate], *, language: str, mark: str, code: str) -> Printed:
    with translation.override(language):
        pages = [(row, site_url(row.get_absolute_url())) for row in rows]
        found = {
            "pages": [
                (row, address, symbol(address, _("Check certificate %(serial)s") % {"serial": row.serial}))
                for row, address in pages
            ]
        }
        return _print("dissemination/print/certificates.html", event, found, language, mark)


def _print(template: str, event: Event, found: Mapping[str, Any], language: str, mark: str) -> Printed:
    return print_template(template, {**_facts(event, language), **found}, language=language, identifier=mark)


def _facts(event: Event, language: str) -> dict[str, Any]:
    return {
        "event": event, "shown": Shown(event), "project": event.project, "funding": funding_of(event.project),
        "language": language,
    }  # fmt: skip


PRINTERS: dict[DocumentKind, Callable[..., Printed]] = {
    DocumentKind.SIGNATURE_SHEET: print_sheet,
    DocumentKind.BADGES: print_badges,
    DocumentKind.CERTIFICATE: print_certificates,
}
