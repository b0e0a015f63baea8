"""When two records may become one, and which of two facts is the stricter."""

from __future__ import annotations

from django.utils.translation import gettext as _

from core.problems import Problem
from network.enums import ParticipationState

# Of two records of the same taking part, the one that is further on remains.
STANDING = (
    ParticipationState.VERIFIED,
    ParticipationState.SUBMITTED,
    ParticipationState.RETURNED,
    ParticipationState.DRAFT,
    ParticipationState.REJECTED,
)


def merging_problems(*, same: bool, merged: bool, erased: bool, foreign: bool) -> list[Problem]:
    found = []
    if same:
        found.append(Problem("same", _("This is one and the same record.")))
    if merged:
        found.append(Problem("merged", _("One of the two was merged meanwhile. Load the page again.")))
    if erased:
        found.append(Problem("erased", _("One of the two was erased.")))
    if foreign:
        message = _("One of the two is also known where you keep no records.")
        found.append(Problem("foreign", message, remedy=_("Ask the coordinator or the staff of the platform.")))
    return found


def undoing_problems(*, undone: bool, forgotten: bool, later: bool) -> list[Problem]:
    found = []
    if undone:
        found.append(Problem("undone", _("This merge was undone before.")))
    if forgotten:
        found.append(Problem("forgotten", _("The person was erased since; the merge cannot be undone.")))
    if later:
        found.append(Problem("later", _("A later merge stands on this one. Undo that one first.")))
    return found


def standing(state: str) -> int:
    """How far on a record is; less is further."""
    return STANDING.index(ParticipationState(state))
