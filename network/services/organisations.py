"""Writing down organisations and how they stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from core.staleness import claim
from network.models import Organisation, Project, Relationship
from network.rules.organisations import organisation_problems, parent_problems

CHECKED = ("kind", "size", "country", "region", "latitude", "longitude")


@transaction.atomic
def add_organisation(*, facts: Mapping[str, Any], project: Project, by: User) -> Organisation:
    """Write down an organisation in a project's directory. Raises ProblemsFound."""
    organisation = Organisation(**facts)
    _check(organisation)
    organisation.save()
    organisation.projects.add(project)
    audit.record("network.organisation.added", target=organisation, by=by, project=project.pk)
    return organisation


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, seen: str, facts: Mapping[str, Any], project: Project, by: User
) -> Organisation:
    """Change a record that still is as its editor saw it. Raises ProblemsFound."""
    claim(organisation, seen=seen)
    stored = Organisation.objects.get(pk=organisation.pk)
    before = {name: getattr(stored, name) for name in facts}
    for name, value in facts.items():
        setattr(stored, name, value)
    _check(stored)
    stored.save()
    changed = audit.changes(
        {name: str(value) for name, value in before.items()}, {name: str(value) for name, value in facts.items()}
    )
    audit.record("network.organisation.changed", target=stored, by=by, project=project.pk, **changed)
    return stored


def _check(organisation: Organisation) -> None:
    stop_on(
        organisation_problems(**{name: getattr(organisation, name) for name in CHECKED})
        + parent_problems(own=organisation.pk, line=_line(organisation))
    )


def _line(organisation: Organisation) -> list[int]:
    found: list[int] = []
    parent = organisation.parent
    while parent is not None and parent.pk not in found:
        found.append(parent.pk)
        parent = parent.parent
    return found


@transaction.atomic
def relate(*, source: Organisation, facts: Mapping[str, Any], project: Project, by: User) -> Relationship:
    """Write down how one organisation stands to another. Raises ProblemsFound."""
    target = facts["target"]
    problems = []
    if target.pk == source.pk:
        problems.append(Problem("itself", _("A relationship is between two organisations."), field="target"))
    starts_on, ends_on = facts.get("starts_on"), facts.get("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        problems.append(Problem("days", _("It ends before it starts."), field="ends_on"))
    same = Relationship.objects.filter(
        project=project, source=source, target=target, kind=facts["kind"], starts_on=starts_on
    )
    if same.exists():
        problems.append(Problem("known", _("This relationship is written down already."), field="target"))
    stop_on(problems)
    try:
        with transaction.atomic():
            relationship = Relationship.objects.create(project=project, source=source, **facts)
    except IntegrityError as twin:
        raise ProblemsFound([Problem("known", _("This relationship is written down already."))]) from twin
    audit.record("network.relationship.added", target=relationship, by=by)
    return relationship


@transaction.atomic
def end_relationship(*, relationship: Relationship, by: User) -> None:
    """Take a relationship off that was written down by mistake; one that ended gets its last day instead."""
    audit.record("network.relationship.removed", target=relationship, by=by, was=str(relationship))
    relationship.delete()
