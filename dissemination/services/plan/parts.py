"""The parts of a plan that belong to the project or a partner: saved one by one, frozen together at adoption."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from core.staleness import claim
from dissemination.models import PlannedActivity, PlannedEvent
from dissemination.rules.plan.problems import days_problems, heads_problems

HEADS = ("local_heads", "international_heads", "virtual_heads")


@transaction.atomic
def save_part[M: models.Model](part: M, *, by: User, seen: str = "", heads_confirmed: bool = False, **facts: Any) -> M:
    """Write facts onto a part of the plan, new or known. Raises ProblemsFound for days out of order, and for an
    astonishing number of heads until it is confirmed.

    With `seen`, the moment of the last change that was read, a second editor is told.
    """
    is_new = part.pk is None
    if seen:
        claim(part, seen=seen)
    new_heads = [facts[name] for name in HEADS if name in facts and (is_new or facts[name] != getattr(part, name))]
    for name, value in facts.items():
        setattr(part, name, value)
    stopping = [problem for problem in part_problems(part) if not problem.warning]
    stopping += heads_problems(new_heads, confirmed=heads_confirmed)
    if stopping:
        raise ProblemsFound(stopping)
    part.save()
    verb = "added" if is_new else "changed"
    audit.record(f"dissemination.plan.{verb}", target=part, by=by, fields=sorted(facts))
    return part


def part_problems(part: models.Model) -> list[Problem]:
    """Problems and warnings of what a partner promises; other parts have no days."""
    if not isinstance(part, PlannedActivity | PlannedEvent):
        return []
    project = part.project
    return days_problems(
        starts_on=part.starts_on, ends_on=part.ends_on, project_starts=project.starts_on, project_ends=project.ends_on
    )
