"""What must hold of an organisation's record."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from core.problems import Problem
from network.enums import OrganisationKind

NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")


def organisation_problems(
    *, kind: str, size: str, country: str, region: str, latitude: float | None, longitude: float | None
) -> list[Problem]:
    found = []
    if size and kind != OrganisationKind.ENTERPRISE:
        found.append(Problem("size", _("A size class is for enterprises only."), field="size"))
    if region and not NUTS.fullmatch(region):
        message = _("A NUTS code is two letters and up to three signs, for example ES618.")
        found.append(Problem("region", message, field="region"))
    if region and country and region[:2] not in (country, {"GR": "EL", "GB": "UK"}.get(country)):
        message = _("The region %(region)s is not in the country you chose.") % {"region": region}
        found.append(Problem("region_country", message, field="region"))
    if (latitude is None) != (longitude is None):
        found.append(Problem("point", _("A point on the map needs both latitude and longitude."), field="latitude"))
    elif latitude is not None and longitude is not None and not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        found.append(Problem("point", _("This is no point on the earth."), field="latitude"))
    return found


def parent_problems(*, own: int | None, line: list[int]) -> list[Problem]:
    """`line` holds the parent, its parent, and so on."""
    if own is not None and own in line:
        return [Problem("circle", _("An organisation cannot be part of itself."), field="parent")]
    return []
