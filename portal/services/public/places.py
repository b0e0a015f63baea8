"""Where partners are, as the public map and its list name them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.charts import Place
from network.countries import country_name
from network.enums import PartnerRole
from network.models import Partner


def country_names(partners: Iterable[Partner]) -> list[str]:
    return sorted({country_name(partner.organisation.country) for partner in partners if partner.organisation.country})


def places(named: Iterable[tuple[Partner, str]]) -> list[Place]:
    """Partners as the map's list names them, in the order of their countries' names."""
    found = [
        Place(
            partner.organisation.country,
            country_name(partner.organisation.country) or _("Country not known"),
            name,
            partner.organisation.website,
        )
        for partner, name in named
    ]
    return sorted(found, key=lambda place: (place.country, place.name))


def part_of(partner: Partner) -> str:
    """A partner by its full name, with its role unless it is the plain one, and until when if it left."""
    words = {"name": partner.organisation.name or str(partner), "role": partner.get_role_display()}
    if partner.left_on:
        return _("%(name)s (%(role)s until %(day)s)") % {**words, "day": date_format(partner.left_on)}
    return words["name"] if partner.role == PartnerRole.PARTNER else _("%(name)s (%(role)s)") % words
