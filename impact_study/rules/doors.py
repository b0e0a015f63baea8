"""Whether a survey may be entered or sent now, in words for the respondent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import StudyState

# A page that was opened before closing may still be sent for so long.
GRACE = timedelta(minutes=30)


@dataclass(frozen=True)
class Door:
    """What decides whether a way into a survey is open."""

    study: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    is_revoked: bool = False
    is_full: bool = False


def entering_problem(door: Door, *, at: datetime) -> Problem | None:
    """Why nobody can begin now."""
    if door.is_revoked:
        return revoked()
    if door.study == StudyState.DRAFT or (door.opens_at and at < door.opens_at):
        return Problem("not_open_yet", _("This survey is not open yet."), remedy=_("Please come back later."))
    if door.study != StudyState.RUNNING or (door.closes_at and at >= door.closes_at):
        return closed()
    return full() if door.is_full else None


def sending_problem(door: Door, *, at: datetime, opened_at: datetime) -> Problem | None:
    """Why a page that was opened then cannot be sent now."""
    problem = entering_problem(door, at=at)
    if problem is None or problem.code != "closed" or door.closes_at is None:
        return problem
    in_time = opened_at < door.closes_at and at < door.closes_at + GRACE
    return None if in_time and door.study == StudyState.RUNNING else problem


def revoked() -> Problem:
    return Problem("revoked", _("This link has been withdrawn."), remedy=_("Ask whoever gave it to you for a new one."))


def closed() -> Problem:
    return Problem("closed", _("This survey is closed."), remedy=_("No more answers are taken. Thank you for coming."))


def full() -> Problem:
    return Problem(
        "limit_reached",
        _("This survey has all the answers it can take."),
        remedy=_("No more answers are taken. Thank you for coming."),
    )


def code_used() -> Problem:
    return Problem(
        "code_used",
        _("This code has already been used in this round."),
        field="code",
        remedy=_("Each code is good for one answer in each round. If you did not use it, ask for another card."),
    )


def link_used() -> Problem:
    return Problem(
        "link_used",
        _("This personal link has already been used."),
        remedy=_("Your answers have arrived. There is nothing more to do."),
    )


def wrong_code() -> Problem:
    return Problem(
        "wrong_code",
        _("This is not a code of this study."),
        field="code",
        remedy=_("Compare it with your card, letter by letter."),
    )


def no_link() -> Problem:
    return Problem(
        "no_link",
        _("This survey is answered by personal link."),
        remedy=_("Use the link in the mail you received."),
    )


def old_version() -> Problem:
    return Problem(
        "old_version",
        _("This questionnaire has been replaced by a newer one."),
        remedy=_("Please begin again with the newer one."),
    )


def cleared() -> Problem:
    return Problem(
        "cleared",
        _("These answers have been sent, and this device keeps nothing of them."),
        remedy=_("The next person can begin."),
    )


def broken_page() -> Problem:
    return Problem(
        "broken_page",
        _("This page can no longer be sent: it is too old, or its address was changed."),
        remedy=_("Please begin again. Nothing you wrote was stored."),
    )
