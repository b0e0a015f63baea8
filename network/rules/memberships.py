"""What a membership, and an invitation to one, must name. Pure: plain values in, Problems out."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from network.enums import Role

NEEDS_PARTNER = (Role.MANAGER, Role.CONTRIBUTOR)


def membership_problems(
    *, role: str, project: int, partner_project: int | None, ends_on: date | None, today: date
) -> list[Problem]:
    """What is missing or wrong; `partner_project` is the project of the chosen partner, None without one."""
    found = []
    if role in NEEDS_PARTNER and partner_project is None:
        found.append(Problem("partner_missing", _("This role works for one partner: choose it."), field="partner"))
    if partner_project is not None and partner_project != project:
        found.append(Problem("partner_foreign", _("This partner belongs to another project."), field="partner"))
    if role == Role.AUDITOR and ends_on is None:
        found.append(Problem("end_missing", _("An auditor's access ends on a day: name it."), field="ends_on"))
    if ends_on is not None and ends_on < today:
        found.append(Problem("end_past", _("The last day of access lies in the past."), field="ends_on"))
    return found
