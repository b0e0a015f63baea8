"""The fourteen criteria of the European framework for quality and effective apprenticeships (Council, 2018)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CRITERIA: Mapping[str, str | Promise] = {
    "E01": _("Written agreement"),
    "E02": _("Learning outcomes"),
    "E03": _("Pedagogical support"),
    "E04": _("Workplace component"),
    "E05": _("Pay or compensation"),
    "E06": _("Social protection"),
    "E07": _("Work, health and safety conditions"),
    "E08": _("Regulatory framework"),
    "E09": _("Involvement of social partners"),
    "E10": _("Support for companies"),
    "E11": _("Flexible pathways and mobility"),
    "E12": _("Career guidance and learning support"),
    "E13": _("Transparency"),
    "E14": _("Quality assurance and tracking of graduates"),
}
