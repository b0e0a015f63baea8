"""What keeps a plan, an activity or a reading from being saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from dissemination.enums import Duty, DutyAnswer

REMARKABLE = 1_000_000
REMARKABLE_HEADS = 10_000


def days_problems(
    *, starts_on: date | None, ends_on: date | None, project_starts: date | None, project_ends: date | None
) -> list[Problem]:
    """Days in the wrong order stop; days outside the project are pointed out."""
    found = []
    if starts_on and ends_on and ends_on < starts_on:
        found.append(
            Problem("days_order", _("It ends before it starts."), field="ends_on", remedy=_("Change one of the days."))
        )
    outside = (starts_on and project_starts and starts_on < project_starts) or (
        (ends_on or starts_on) and project_ends and (ends_on or starts_on) > project_ends  # type: ignore[operator]
    )
    if outside:
        found.append(
            Problem("outside_project", _("The days lie outside the project."), field="starts_on", warning=True)
        )
    return found


def activity_problems(*, done_on: date, ends_on: date | None, today: date) -> list[Problem]:
    """An activity is written down once it was done."""
    found = []
    if done_on > today:
        found.append(
            Problem(
                "not_yet", _("This day is still to come."), field="done_on",
                remedy=_("Put what is planned into the plan, and come back when it is done."),
            )
        )  # fmt: skip
    if ends_on and ends_on < done_on:
        found.append(Problem("days_order", _("It ends before it starts."), field="ends_on"))
    return found


def reading_problems(*, number: int, read_on: date, done_on: date, today: date, confirmed: bool) -> list[Problem]:
    """A reading lies between the activity and today; an astonishing number is asked about once more."""
    found = []
    if read_on > today:
        found.append(Problem("not_yet", _("This day is still to come."), field="read_on"))
    if read_on < done_on:
        found.append(Problem("before_activity", _("The activity had not begun on this day."), field="read_on"))
    if number > REMARKABLE and not confirmed:
        found.append(
            Problem(
                "remarkable", _("%(number)s is more than a million.") % {"number": number}, field="number",
                remedy=_("If it is right, tick the box and save again."),
            )
        )  # fmt: skip
    return found


def heads_problems(heads: Iterable[int], *, confirmed: bool) -> list[Problem]:
    """So many people at one event are asked about once more."""
    if confirmed or max(heads, default=0) <= REMARKABLE_HEADS:
        return []
    message = _("More than ten thousand people at one event: if it is right, tick the box and save again.")
    return [Problem("remarkable", message, field="heads_confirmed")]


def unanswered(duties: Mapping[str, str]) -> list[Duty]:
    """The obligatory questions that an activity has not answered, or has answered with no."""
    fine = {DutyAnswer.YES, DutyAnswer.NOT_APPLICABLE}
    return [duty for duty in Duty if duties.get(duty) not in fine]
