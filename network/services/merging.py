"""Making two records one, and taking it back. Figures follow by a recount; locked ones by an adjustment."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from network.enums import Role, Unit
from network.models import (
    Consent,
    Head,
    Merge,
    Organisation,
    Participation,
    Person,
    PossibleDuplicate,
    Project,
)
from network.rules.merging import merging_problems, undoing_problems
from network.rules.names import organisation_key, person_key
from network.scope import scope_of
from network.services.counting import Touched, recount
from network.services.journal import Journal, pointers_to, take_back
from network.services.merging_parts import merge_consents, merge_pairs, merge_participations
from network.services.states import States, states_of, tally_states

PERSON_FIELDS = (
    "given_name", "family_name", "phone", "country", "language", "birth_year", "gender", "fewer_opportunities",
    "guardian_contact",
)  # fmt: skip
ORGANISATION_FIELDS = (
    "name", "short_name", "kind", "size", "oid", "pic", "vat", "country", "region", "city", "address", "website",
    "sector",
)  # fmt: skip
KEEPERS = (Role.COORDINATOR, Role.MANAGER)
# Kept elsewhere, or moved by a rule of their own.
APART = (Head, Consent, PossibleDuplicate)


@transaction.atomic
def merge_people(
    *, survivor: Person, other: Person, take: Collection[str] = (), project: Project, by: User
) -> Merge:  # fmt: skip
    """Make two people one. `take` names the fields whose value comes from the record that goes.

    Where both took part in the same occasion one record remains, with all evidence. Raises ProblemsFound.
    """
    first, second = _held(Person, survivor, other)
    _check(first, second, by)
    fields = {name: getattr(second, name) for name in PERSON_FIELDS if name in take}
    fields |= {
        "is_minor": first.is_minor or second.is_minor,
        "do_not_contact": first.do_not_contact or second.do_not_contact,
    }
    names = {name: fields.get(name, getattr(first, name)) for name in ("given_name", "family_name")}
    fields["name_key"] = person_key(*names.values())[:600]
    return _merge(first, second, fields, unit=Unit.PERSON, apart=merge_consents, project=project, by=by)


@transaction.atomic
def merge_organisations(
    *, survivor: Organisation, other: Organisation, take: Collection[str] = (), project: Project, by: User
) -> Merge:
    """Make two organisations one, as `merge_people` does. Raises ProblemsFound."""
    first, second = _held(Organisation, survivor, other)
    _check(first, second, by)
    fields = {name: getattr(second, name) for name in ORGANISATION_FIELDS if name in take}
    fields["name_key"] = organisation_key(fields.get("name", first.name))[:400]
    if first.parent_id == second.pk:
        fields["parent_id"] = None if second.parent_id == first.pk else second.parent_id
    return _merge(first, second, fields, unit=Unit.ORGANISATION, apart=None, project=project, by=by)


def _held[T: models.Model](model: type[T], survivor: T, other: T) -> tuple[T, T]:
    """Both rows as they are now, held until the transaction ends, always in the same order."""
    keys = [survivor.pk, other.pk]
    rows = {row.pk: row for row in model._default_manager.filter(pk__in=keys).order_by("pk").select_for_update()}
    return rows[survivor.pk], rows[other.pk]


def _check(first: Any, second: Any, by: User) -> None:
    stop_on(
        merging_problems(
            same=first.pk == second.pk,
            merged=bool(first.merged_into_id or second.merged_into_id),
            erased=bool(getattr(first, "erased_at", None) or getattr(second, "erased_at", None)),
            foreign=not (_keeps(first, by) and _keeps(second, by)),
        )
    )


def _keeps(thing: Person | Organisation, by: User) -> bool:
    """Whether somebody keeps the records of every partner or project that knows the thing."""
    scope = scope_of(by)
    if scope.everything:
        return True
    if isinstance(thing, Person):
        known = thing.partners.values_list("project_id", "pk")
        return all(scope.has_role(project, *KEEPERS, partner=partner) for project, partner in known)
    projects = thing.projects.values_list("pk", flat=True)
    return all(scope.has_role(project, *KEEPERS) for project in projects)


def _merge(
    survivor: Person | Organisation, other: Person | Organisation, fields: dict[str, Any], *, unit: Unit,
    apart: Callable[[Journal, Any, Any], None] | None, project: Project, by: User,
) -> Merge:  # fmt: skip
    touched, states = _touched(survivor, other, unit), _states(survivor, other, unit)
    journal = Journal()
    merge_participations(journal, unit=unit, survivor=survivor.pk, other=other.pk)
    merge_pairs(journal, unit=unit, survivor=survivor.pk, other=other.pk, by=by)
    if apart:
        apart(journal, survivor, other)
    for pointer in pointers_to(type(survivor)):
        if pointer.model not in APART:
            journal.move(pointer, from_pk=other.pk, to_pk=survivor.pk)
    journal.change(survivor, **fields)
    journal.change(other, merged_into_id=survivor.pk)
    _refresh(survivor, other)
    merge = Merge.objects.create(
        project=project, unit=unit, survivor_id=survivor.pk, merged_id=other.pk, moved=journal.kept, made_by=by
    )
    audit.record(f"network.{unit}.merged", target=survivor, by=by, project=project.pk, merged=other.pk, merge=merge.pk)
    tally_states(states, _states(survivor, other, unit))
    recount(touched, by=by, reason=_("Two records of the same subject were merged."))
    return merge


def _touched(survivor: Person | Organisation, other: Person | Organisation, unit: Unit) -> set[Touched]:
    keys = (survivor.pk, other.pk)
    categories = Participation.objects.filter(**{f"{unit}__in": keys}).values_list("category", flat=True).distinct()
    return {Touched(category, key) for category in categories for key in keys}


def _states(survivor: Person | Organisation, other: Person | Organisation, unit: Unit) -> States:
    return states_of(Participation.objects.filter(**{f"{unit}__in": (survivor.pk, other.pk)}))


def _refresh(*things: models.Model) -> None:
    """A form that was opened before must not overwrite what happened."""
    for thing in things:
        type(thing)._default_manager.filter(pk=thing.pk).update(changed_at=timezone.now())


@transaction.atomic
def unmerge(*, merge: Merge, by: User) -> None:
    """Take a merge back: both records are again what they were. Raises ProblemsFound."""
    model: Any = Person if merge.unit == Unit.PERSON else Organisation
    keys = [merge.survivor_id, merge.merged_id]
    rows = {row.pk: row for row in model.objects.filter(pk__in=keys).order_by("pk").select_for_update()}
    survivor, other = rows[merge.survivor_id], rows[merge.merged_id]
    later = Merge.objects.filter(unit=merge.unit, pk__gt=merge.pk, undone_at__isnull=True).filter(
        Q(survivor_id=survivor.pk) | Q(merged_id=survivor.pk)
    )
    stop_on(
        undoing_problems(undone=bool(merge.undone_at), forgotten=not merge.moved, later=later.exists())
        + merging_problems(same=False, merged=False, erased=False, foreign=not _keeps(survivor, by))
    )
    undone = {"undone_at": timezone.now(), "undone_by": by}
    if not Merge.objects.filter(pk=merge.pk, undone_at__isnull=True).update(**undone):
        raise ProblemsFound([Problem("undone", _("This merge was undone before."))])
    unit = Unit(merge.unit)
    touched, states = _touched(survivor, other, unit), _states(survivor, other, unit)
    take_back(merge.moved, survivor=survivor.pk, merged=other.pk)
    _refresh(survivor, other)
    audit.record(f"network.{merge.unit}.unmerged", target=survivor, by=by, project=merge.project_id, merge=merge.pk)
    tally_states(states, _states(survivor, other, unit))
    recount(touched | _touched(survivor, other, unit), by=by, reason=_("A merge was undone."))
