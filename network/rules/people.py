"""What must hold of a person's record, and of a consent."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from core.problems import Problem

OF_AGE = 18


def person_problems(
    *, given_name: str, family_name: str, roster_key: str, is_minor: bool, guardian_contact: str,
    birth_year: int | None, today: date,
) -> list[Problem]:  # fmt: skip
    found = []
    if not (given_name.strip() or family_name.strip() or roster_key):
        found.append(Problem("no_name", _("Write a name; one of the two fields is enough."), field="given_name"))
    if is_minor and not guardian_contact.strip() and not roster_key:
        found.append(
            Problem("no_guardian", _("A minor needs the contact of a parent or guardian."), field="guardian_contact")
        )
    if birth_year and today.year - birth_year < OF_AGE and not is_minor:
        message = _("Somebody born in %(year)d is not of age yet.") % {"year": birth_year}
        found.append(Problem("is_minor", message, field="is_minor", remedy=_("Mark the person as a minor.")))
    return found


def consent_problems(*, is_minor: bool, by_guardian: bool, given_on: date, today: date) -> list[Problem]:
    found = []
    if is_minor and not by_guardian:
        message = _("For a minor a parent or guardian gives the consent.")
        found.append(Problem("guardian", message, field="by_guardian"))
    if given_on > today:
        found.append(Problem("future", _("This day has not come yet."), field="given_on"))
    return found
