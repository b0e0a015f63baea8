"""The occasion of an attendance list, by its number or its title."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from core.problems import Problem, ProblemsFound
from network.enums import OccasionKind
from network.models import Occasion, Partner
from network.services.occasions import create_occasion


def occasion_named(named: str | None, *, partner: Partner, held_on: date | None, by: User | None) -> Occasion | None:
    """A known occasion of the project, or a new one of that title and day. Raises ProblemsFound."""
    if not named:
        return None
    known = Occasion.objects.in_project(partner.project)
    if named.isdecimal() and (numbered := known.filter(pk=int(named)).first()):
        return numbered
    same = known.filter(title=named)
    fitting = list(same.filter(held_on=held_on) if held_on else same)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise ProblemsFound([Problem("occasion", _("Several occasions have this title. Name one by its number."))])
    if held_on is None:
        raise ProblemsFound([Problem("occasion", _("A new occasion needs the day on which it was held."))])
    return create_occasion(
        project=partner.project, by=by, held_on=held_on, title=named, kind=OccasionKind.EVENT, partner=partner,
        country=partner.organisation.country,
    )  # fmt: skip
