"""What must hold of a participation before it is kept and before it counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from network.enums import ParticipationState


def day_problems(*, held_on: date, today: date, starts_on: date | None, ends_on: date | None) -> list[Problem]:
    """A day to come stops; a day outside the project is only pointed out."""
    if held_on > today:
        return [Problem("in_future", _("The date %(date)s is still to come.") % {"date": held_on}, field="held_on")]
    if (starts_on and held_on < starts_on) or (ends_on and held_on > ends_on):
        message = _("The date %(date)s lies outside the project.") % {"date": held_on}
        return [Problem("outside_project", message, field="held_on", warning=True)]
    return []


def partner_problems(*, held_on: date, joined_on: date | None, left_on: date | None, in_project: bool) -> list[Problem]:
    if not in_project:
        return [Problem("other_project", _("The partner does not belong to this project."), field="partner")]
    if (joined_on and held_on < joined_on) or (left_on and held_on > left_on):
        return [Problem("not_present", _("The partner was not in the partnership on that day."), field="partner")]
    return []


def verifying_problems(
    *, state: str, is_recorder: bool, may: bool, evidence_kinds: Collection[str], accepted: Collection[str]
) -> list[Problem]:
    """Why a record cannot be verified. `accepted` empty: every kind of evidence is."""
    if not may:
        return [Problem("not_allowed", _("You may not verify records of this partner."))]
    found = []
    if state != ParticipationState.SUBMITTED:
        found.append(Problem("not_submitted", _("Only submitted records can be verified.")))
    if is_recorder:
        found.append(Problem("own_record", _("Whoever recorded it cannot verify it. Ask a colleague.")))
    if not evidence_kinds:
        found.append(
            Problem("no_evidence", _("No evidence stands behind it. Attach the signed list or another proof."))
        )
    elif accepted and not set(evidence_kinds) & set(accepted):
        found.append(Problem("evidence_kind", _("None of its evidence is of a kind accepted for this category.")))
    return found
