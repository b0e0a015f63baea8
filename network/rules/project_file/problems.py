"""What only the whole of a project shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem
from network.rules.project_file.plans import ProjectPlan


def whole_problems(plan: ProjectPlan) -> list[Problem]:
    """What only the whole shows: order of days, doubles, targets without a category or a day."""
    found = []
    starts_on, ends_on = plan.facts["starts_on"], plan.facts["ends_on"]
    if starts_on and ends_on and ends_on < starts_on:
        found.append(Problem("order", _("ends_on: lies before the first day."), field="ends_on"))
    codes = [category.code for category in plan.categories]
    numbers = [partner.number for partner in plan.partners]
    listed: list[tuple[str, list[Any]]] = [("categories", codes), ("partners", numbers)]
    for name, values in listed:
        for value in dict.fromkeys(value for value in values if values.count(value) > 1):
            message = _("%(place)s: %(value)s is there twice.") % {"place": name, "value": value}
            found.append(Problem("twice", message, field=name))
    for partner in plan.partners:
        for code in partner.targets.keys() - set(codes):
            message = _("partners: partner %(number)d has a target for %(code)s, which is no category here.")
            found.append(Problem("no_category", message % {"number": partner.number, "code": code}, field="partners"))
    has_targets = any(c.target is not None for c in plan.categories) or any(p.targets for p in plan.partners)
    if has_targets and plan.targets_from is None:
        message = _("targets_from: targets need a day from which they hold; the project's first day is not known.")
        found.append(Problem("no_day", message, field="targets_from"))
    return found
