"""Writing down people, where they work, and the tags that partners put on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from core.staleness import claim
from network.models import Affiliation, Organisation, Partner, Person, PersonEmail, Project, Tag
from network.rules.people import person_problems

OWN_FIELDS = (
    "given_name", "family_name", "phone", "country", "language", "birth_year", "gender", "fewer_opportunities",
    "is_minor", "guardian_contact", "do_not_contact",
)  # fmt: skip


@transaction.atomic
def add_person(*, facts: Mapping[str, Any], by: User) -> Person:
    """Write down a person known to the given partners. Raises ProblemsFound."""
    person = Person(**{name: facts[name] for name in OWN_FIELDS if name in facts})
    _check(person, facts["partners"], by)
    person.save()
    person.partners.set(facts["partners"])
    _set_emails(person, facts.get("emails", ()))
    project = next(iter(facts["partners"])).project_id
    audit.record("network.person.added", target=person, by=by, project=project)
    return person


@transaction.atomic
def change_person(*, person: Person, seen: str, facts: Mapping[str, Any], project: Project, by: User) -> Person:
    """Change a record that still is as its editor saw it. Partners the editor does not write for stay."""
    claim(person, seen=seen)
    before = {name: getattr(person, name) for name in OWN_FIELDS}
    stored = Person.objects.get(pk=person.pk)
    for name in OWN_FIELDS:
        setattr(stored, name, facts[name])
    _check(stored, facts["partners"], by)
    stored.save()
    _set_partners(stored, facts["partners"], project, by)
    _set_emails(stored, facts["emails"])
    changed = sorted(name for name in OWN_FIELDS if before[name] != facts[name])
    audit.record("network.person.changed", target=stored, by=by, project=project.pk, fields=changed)
    return stored


def _check(person: Person, partners: Collection[Partner], by: User) -> None:
    problems = person_problems(
        given_name=person.given_name, family_name=person.family_name, roster_key=person.roster_key,
        is_minor=person.is_minor, guardian_contact=person.guardian_contact, birth_year=person.birth_year,
        today=timezone.localdate(),
    )  # fmt: skip
    problems += [
        Problem("partner", _("You do not write for %(partner)s.") % {"partner": partner}, field="partners")
        for partner in partners
        if not by.has_perm("network.write_for_partner", partner)
    ]
    if not partners:
        problems.append(Problem("no_partner", _("Choose a partner that knows this person."), field="partners"))
    stop_on(problems)


def _set_partners(person: Person, chosen: Collection[Partner], project: Project, by: User) -> None:
    own = [p for p in person.partners.filter(project=project) if by.has_perm("network.write_for_partner", p)]
    person.partners.remove(*[partner for partner in own if partner not in chosen])
    person.partners.add(*chosen)


def _set_emails(person: Person, addresses: Collection[str]) -> None:
    """Addresses that stay keep their verification."""
    person.emails.exclude(address__in=addresses).delete()
    known = set(person.emails.values_list("address", flat=True))
    PersonEmail.objects.bulk_create(
        PersonEmail(person=person, address=address) for address in addresses if address not in known
    )


@transaction.atomic
def add_affiliation(*, person: Person, facts: Mapping[str, Any], project: Project, by: User) -> Affiliation:
    affiliation = Affiliation.objects.create(person=person, **facts)
    audit.record("network.affiliation.added", target=person, by=by, project=project.pk, affiliation=affiliation.pk)
    return affiliation


@transaction.atomic
def change_affiliation(*, affiliation: Affiliation, project: Project, by: User) -> None:
    affiliation.save()
    audit.record(
        "network.affiliation.changed", target=affiliation.person, by=by, project=project.pk, affiliation=affiliation.pk
    )


@transaction.atomic
def put_tag(
    *, name: str, things: Collection[Person] | Collection[Organisation], project: Project, by: User
) -> tuple[int, int]:
    """Put a word on people or organisations; returns how many got it now, and how many may not be changed."""
    tag, _made = Tag.objects.get_or_create(project=project, name=" ".join(name.split())[:60])
    allowed = [thing for thing in things if by.has_perm(f"network.change_{thing._meta.model_name}", thing)]
    fresh = [thing for thing in allowed if tag not in thing.tags.all()]
    for thing in fresh:
        thing.tags.add(tag)
        audit.record("network.tag.put", target=thing, by=by, project=project.pk, tag=tag.pk)
    return len(fresh), len(things) - len(allowed)


@transaction.atomic
def take_tag(*, tag: Tag, thing: Person | Organisation, by: User) -> None:
    """Take a word off; one that nobody bears any more is forgotten."""
    thing.tags.remove(tag)
    audit.record("network.tag.taken", target=thing, by=by, project=tag.project_id, tag=tag.pk)
    Tag.objects.filter(Q(people__isnull=True) & Q(organisations__isnull=True), pk=tag.pk).delete()
