"""A project as plain data, from a file or a form: read whole, with everything that is wrong at once.

The shape is described in docs/project_file.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem
from network.rules.plain_data import Reader
from network.rules.project_file.facts import read_aliases, read_facts
from network.rules.project_file.parts import read_category, read_partner, read_period
from network.rules.project_file.plans import ProjectPlan
from network.rules.project_file.problems import whole_problems


def read_project(data: Any, *, languages: Sequence[str]) -> tuple[ProjectPlan | None, list[Problem]]:
    """The plan, and everything that is wrong; no plan while anything is."""
    if not isinstance(data, Mapping):
        return None, [Problem("shape", _("The file must hold names with their values at its top."))]
    reader = Reader(data)
    plan = ProjectPlan(
        facts=read_facts(reader, languages),
        targets_from=reader.day("targets_from") or reader.day("starts_on"),
        country_aliases=read_aliases(reader),
        categories=[read_category(each, languages) for each in reader.readers("categories")],
        partners=[read_partner(each, number) for number, each in enumerate(reader.readers("partners"), start=1)],
        periods=[read_period(each) for each in reader.readers("periods")],
    )
    reader.finish()
    problems = list(dict.fromkeys([*reader.problems, *whole_problems(plan)]))
    return (None if problems else plan), problems
