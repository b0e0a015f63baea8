"""The two records that a merge makes one, and all that hangs on them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from accounts.models import User
from network.enums import Role, Unit
from network.models import (
    Organisation,
    Participation,
    Person,
)
from network.scope import scope_of
from network.services.counting import Touched
from network.services.states import States, states_of

KEEPERS = (Role.COORDINATOR, Role.MANAGER)


def held[T: models.Model](model: type[T], survivor: T, other: T) -> tuple[T, T]:
    """Both rows as they are now, held until the transaction ends, always in the same order."""
    keys = [survivor.pk, other.pk]
    rows = {row.pk: row for row in model._default_manager.filter(pk__in=keys).order_by("pk").select_for_update()}
    return rows[survivor.pk], rows[other.pk]


def keeps_records_of(thing: Person | Organisation, by: User) -> bool:
    """Whether somebody keeps the records of every partner or project that knows the thing."""
    scope = scope_of(by)
    if scope.everything:
        return True
    if isinstance(thing, Person):
        known = thing.partners.values_list("project_id", "pk")
        return all(scope.has_role(project, *KEEPERS, partner=partner) for project, partner in known)
    projects = thing.projects.values_list("pk", flat=True)
    return all(scope.has_role(project, *KEEPERS) for project in projects)


def touched_by(survivor: Person | Organisation, other: Person | Organisation, unit: Unit) -> set[Touched]:
    keys = (survivor.pk, other.pk)
    categories = Participation.objects.filter(**{f"{unit}__in": keys}).values_list("category", flat=True).distinct()
    return {Touched(category, key) for category in categories for key in keys}


def states_between(survivor: Person | Organisation, other: Person | Organisation, unit: Unit) -> States:
    return states_of(Participation.objects.filter(**{f"{unit}__in": (survivor.pk, other.pk)}))


def refresh(*things: models.Model) -> None:
    """A form that was opened before must not overwrite what happened."""
    for thing in things:
        type(thing)._default_manager.filter(pk=thing.pk).update(changed_at=timezone.now())
