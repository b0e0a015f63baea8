"""Making two records one. Figures follow by a recount; locked ones by an adjustment."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import stop_on
from network.enums import Unit
from network.models import (
    Consent,
    Head,
    Merge,
    Organisation,
    Person,
    PossibleDuplicate,
    Project,
)
from network.rules.merging import merging_problems
from network.rules.names import organisation_key, person_key
from network.services.counting import recount
from network.services.journal import Journal, pointers_to
from network.services.merging_pair import held, keeps_records_of, refresh, states_between, touched_by
from network.services.merging_parts import merge_consents, merge_pairs, merge_participations
from network.services.states import tally_states

PERSON_FIELDS = (
    "given_name", "family_name", "phone", "country", "language", "birth_year", "gender", "fewer_opportunities",
    "guardian_contact",
)  # fmt: skip
ORGANISATION_FIELDS = (
    "name", "short_name", "kind", "size", "oid", "pic", "vat", "country", "region", "city", "address", "website",
    "sector",
)  # fmt: skip
# Kept elsewhere, or moved by a rule of their own.
APART = (Head, Consent, PossibleDuplicate)


@transaction.atomic
def merge_people(
    *, survivor: Person, other: Person, take: Collection[str] = (), project: Project, by: User
) -> Merge:  # fmt: skip
    """Make two people one. `take` names the fields whose value comes from the record that goes.

    Where both took part in the same occasion one record remains, with all evidence. Raises ProblemsFound.
    """
    first, second = held(Person, survivor, other)
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
    first, second = held(Organisation, survivor, other)
    _check(first, second, by)
    fields = {name: getattr(second, name) for name in ORGANISATION_FIELDS if name in take}
    fields["name_key"] = organisation_key(fields.get("name", first.name))[:400]
    if first.parent_id == second.pk:
        fields["parent_id"] = None if second.parent_id == first.pk else second.parent_id
    return _merge(first, second, fields, unit=Unit.ORGANISATION, apart=None, project=project, by=by)


def _check(first: Any, second: Any, by: User) -> None:
    stop_on(
        merging_problems(
            same=first.pk == second.pk,
            merged=bool(first.merged_into_id or second.merged_into_id),
            erased=bool(getattr(first, "erased_at", None) or getattr(second, "erased_at", None)),
            foreign=not (keeps_records_of(first, by) and keeps_records_of(second, by)),
        )
    )


def _merge(
    survivor: Person | Organisation, other: Person | Organisation, fields: dict[str, Any], *, unit: Unit,
    apart: Callable[[Journal, Any, Any], None] | None, project: Project, by: User,
) -> Merge:  # fmt: skip
    touched, states = touched_by(survivor, other, unit), states_between(survivor, other, unit)
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
    refresh(survivor, other)
    merge = Merge.objects.create(
        project=project, unit=unit, survivor_id=survivor.pk, merged_id=other.pk, moved=journal.kept, made_by=by
    )
    audit.record(f"network.{unit}.merged", target=survivor, by=by, project=project.pk, merged=other.pk, merge=merge.pk)
    tally_states(states, states_between(survivor, other, unit))
    recount(touched, by=by, reason=_("Two records of the same subject were merged."))
    return merge
