"""Finding records that may be one, and noting what a person decided about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import Unit
from network.models import Organisation, Person, PersonEmail, PossibleDuplicate, Project
from network.rules.likeness import BY_HAND, Known, Pair, pairs_of

# More pairs than anybody decides in a year; the search is repeated after some are settled.
AT_MOST = 5000


@transaction.atomic
def find_duplicates(*, project: Project, by: User | None) -> int:
    """Look through a project's people and organisations; returns how many pairs are new. Settled pairs stay settled."""
    before = PossibleDuplicate.objects.in_project(project).count()
    _keep(project, Unit.PERSON, pairs_of(known_people(project)))
    _keep(project, Unit.ORGANISATION, pairs_of(known_organisations(project)))
    fresh = PossibleDuplicate.objects.in_project(project).count() - before
    audit.record("network.duplicates.searched", target=project, by=by, project=project.pk, fresh=fresh)
    return fresh


def known_people(project: Project) -> list[Known]:
    people = Person.objects.in_project(project).canonical().filter(erased_at__isnull=True).exclude(name_key="")
    emails: dict[int, list[str]] = defaultdict(list)
    for person, address in PersonEmail.objects.filter(person__in=people).values_list("person", "address"):
        emails[person].append(address)
    rows = people.values_list("pk", "name_key", "country")
    return [Known(pk, key, country, tuple(emails.get(pk, ()))) for pk, key, country in rows.iterator()]


def known_organisations(project: Project) -> list[Known]:
    rows = Organisation.objects.in_project(project).canonical()
    return [
        Known(pk, key, country, (), tuple(filter(None, (vat and f"vat {vat}", oid, pic))))
        for pk, key, country, vat, oid, pic in rows.values_list("pk", "name_key", "country", "vat", "oid", "pic")
    ]


def _keep(project: Project, unit: Unit, pairs: Iterable[Pair]) -> None:
    first, second = columns_of(unit)
    rows = [
        PossibleDuplicate(project=project, unit=unit, why=pair.why, **{first: pair.first, second: pair.second})
        for pair in list(pairs)[:AT_MOST]
    ]
    PossibleDuplicate.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def columns_of(unit: Unit | str) -> tuple[str, str]:
    return ("first_id", "second_id") if unit == Unit.PERSON else ("first_organisation_id", "second_organisation_id")


@transaction.atomic
def pair_by_hand(*, one: Person | Organisation, two: Person | Organisation, project: Project) -> PossibleDuplicate:
    """The pair of two records that somebody wants to compare, whether the search found it or not."""
    if one.pk == two.pk:
        raise ProblemsFound([Problem("same", _("This is one and the same record."))])
    unit = Unit.PERSON if isinstance(one, Person) else Unit.ORGANISATION
    low, high = sorted((one.pk, two.pk))
    first, second = columns_of(unit)
    pair, _made = PossibleDuplicate.objects.get_or_create(
        project=project, **{first: low, second: high}, defaults={"unit": unit, "why": BY_HAND}
    )
    return pair


@transaction.atomic
def settle_as_different(*, pair: PossibleDuplicate, by: User) -> None:
    """Two records, two subjects: the pair is never shown again."""
    PossibleDuplicate.objects.filter(pk=pair.pk).update(settled_at=timezone.now(), settled_by=by, are_same=False)
    audit.record("network.duplicate.different", target=pair, by=by)
