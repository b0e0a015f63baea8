"""The sections of NACE Rev. 2 (Regulation 1893/2006): their structure is sourced, the wording of the titles is not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

SECTIONS = {
    "A": ("01-03", _("Agriculture, forestry and fishing")),
    "B": ("05-09", _("Mining and quarrying")),
    "C": ("10-33", _("Manufacturing")),
    "D": ("35", _("Electricity, gas, steam and air conditioning supply")),
    "E": ("36-39", _("Water supply; sewerage, waste management and remediation activities")),
    "F": ("41-43", _("Construction")),
    "G": ("45-47", _("Wholesale and retail trade; repair of motor vehicles and motorcycles")),
    "H": ("49-53", _("Transportation and storage")),
    "I": ("55-56", _("Accommodation and food service activities")),
    "J": ("58-63", _("Information and communication")),
    "K": ("64-66", _("Financial and insurance activities")),
    "L": ("68", _("Real estate activities")),
    "M": ("69-75", _("Professional, scientific and technical activities")),
    "N": ("77-82", _("Administrative and support service activities")),
    "O": ("84", _("Public administration and defence; compulsory social security")),
    "P": ("85", _("Education")),
    "Q": ("86-88", _("Human health and social work activities")),
    "R": ("90-93", _("Arts, entertainment and recreation")),
    "S": ("94-96", _("Other service activities")),
    "T": (
        "97-98",
        _(
            "Activities of households as employers; "
            "undifferentiated goods- and services-producing activities of households for own use"
        ),
    ),
    "U": ("99", _("Activities of extraterritorial organisations and bodies")),
}


def section_of(code: str) -> str:
    """The section of a section or division code: C for C, 29 and 29.10; empty for none."""
    if code[:1].upper() in SECTIONS:
        return code[:1].upper()
    division = code[:2]
    for section, (divisions, _title) in SECTIONS.items():
        first, _dash, last = divisions.partition("-")
        if division.isdecimal() and first <= division <= (last or first):
            return section
    return ""


def sector_name(code: str) -> str:
    """A code with the title of its section; the bare code for one we do not know."""
    section = section_of(code)
    return f"{code} · {SECTIONS[section][1]}" if section else code
