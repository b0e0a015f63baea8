"""When a record of work-based learning may be reviewed and shown to everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem
from network.codes.efqea import BY_CODE
from network.enums import ExperienceState, ReviewSide
from network.rules.names import fold


@dataclass(frozen=True)
class Review:
    """The newest word of one side."""

    side: str
    agrees: bool
    of_version: int


@dataclass(frozen=True)
class Telling:
    """What counts for a public story. `has_consent` is the consent to the name that is in force."""

    state: str
    has_story: bool
    story_name: str
    given_name: str
    has_learner: bool
    is_minor: bool
    is_erased: bool
    has_consent: bool
    has_guardian_consent: bool
    took_consent_back: bool
    project_is_public: bool


def experience_problems(
    *, starts_on: date, ends_on: date, hours: float | None, efqea: Iterable[str], same_place: bool
) -> list[Problem]:
    found = []
    if ends_on < starts_on:
        found.append(Problem("days", _("It ends before it starts."), field="ends_on"))
    elif hours is not None and hours > 24 * ((ends_on - starts_on).days + 1):
        found.append(Problem("hours", _("These are more hours than the days have."), field="hours"))
    if hours is not None and hours < 0:
        found.append(Problem("hours", _("Hours cannot be negative."), field="hours"))
    if unknown := sorted(set(efqea) - set(BY_CODE)):
        message = _("Unknown criteria: %(codes)s") % {"codes": ", ".join(unknown)}
        found.append(Problem("efqea", message, field="efqea"))
    if same_place:
        message = _("Provider and host are the same organisation.")
        found.append(Problem("same_place", message, field="host", warning=True))
    return found


def review_problems(*, state: str, seen: int, version: int, name: str, name_of_other_side: str) -> list[Problem]:
    found = []
    if state not in (ExperienceState.IN_REVIEW, ExperienceState.REVIEWED):
        found.append(Problem("not_in_review", _("The record is not in review.")))
    if seen != version:
        message = _("The record was changed meanwhile. Read it again before you decide.")
        found.append(Problem("conflict", message))
    if name_of_other_side and fold(name) == fold(name_of_other_side):
        message = _("The same person cannot speak for both sides.")
        found.append(Problem("both_sides", message, field="reviewer_name"))
    return found


def agreed_by_both(reviews: Iterable[Review], *, version: int) -> bool:
    """Whether provider and host said yes to this very version."""
    yes = {review.side for review in reviews if review.agrees and review.of_version == version}
    return yes == set(ReviewSide.values)


def publishing_problems(told: Telling) -> list[Problem]:
    """All that keeps a story from the public, at once."""
    checks = [
        (
            told.state not in (ExperienceState.REVIEWED, ExperienceState.PUBLISHED),
            Problem("not_reviewed", _("Provider and host must both agree to the present version.")),
        ),
        (not told.has_story, Problem("no_story", _("Write the public story in one language at least."))),
        (not told.project_is_public, Problem("project", _("The project has no public page yet."))),
        (told.is_erased, Problem("erased", _("The learner asked to be forgotten."))),
        (
            told.took_consent_back and not told.has_consent,
            Problem("withdrawn", _("The learner took the consent to be named back.")),
        ),
        *_naming(told),
    ]
    return [problem for is_wrong, problem in checks if is_wrong]


def _naming(told: Telling) -> list[tuple[bool, Problem]]:
    if told.is_minor:
        return [
            (
                not told.has_guardian_consent,
                Problem("guardian", _("The learner is a minor: a guardian must agree that the story is told.")),
            ),
            (
                not told.story_name,
                Problem("story_name", _("A minor is never named in public: choose a name for the story.")),
            ),
        ]
    may_name = told.has_learner and told.has_consent and bool(told.given_name)
    return [
        (
            not (may_name or told.story_name),
            Problem("name", _("The learner has not agreed to be named: note the consent or choose another name.")),
        )
    ]
