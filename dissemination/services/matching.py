"""Whom of the network a guest is: somebody known for certain, else a new record to be compared by a person."""

from __future__ import annotations

from collections.abc import Sequence

from dissemination.models import Registration
from network.enums import Unit
from network.models import Organisation, Person, PersonEmail, PossibleDuplicate, Project
from network.rules.matching.matches import Known, Match
from network.rules.name_parts import NamesSeen, split_name
from network.rules.names import organisation_key, person_key
from network.services.importing.known import known_people, merges, other_spelling, place_keys

WHY = "Registered for an event under a similar name"


def match_guests(registrations: Sequence[Registration]) -> None:
    """Point each registration of one event at its person and organisation; those without a match get new records."""
    event = registrations[0].event
    register, into = known_people(event.partner), merges()
    taken = {row.person_id for row in event.registrations.exclude(person=None)}
    for registration in registrations:
        if registration.organisation_id is None:
            registration.organisation = _organisation(registration, event.project)
        if registration.person_id is None:
            found = register.find(_as_known(registration))
            refs = [int(one.ref.partition(":")[2]) for one in found.candidates if one.ref.startswith("person:")]
            certain = into.get(refs[0], refs[0]) if found.match == Match.CERTAIN and refs else None
            if certain is not None and certain in taken:
                continue  # registered twice under two addresses: one head
            if certain is None:
                registration.person = _new_person(registration)
                _to_compare(registration.person, refs, event.project)
            else:
                registration.person_id = certain
            taken.add(registration.person_id)
        registration.save(update_fields=["person", "organisation", "changed_at"])


def _as_known(registration: Registration) -> Known:
    name = split_name(registration.name, NamesSeen())
    emails = frozenset([registration.email_key] if registration.email_key else [])
    places = place_keys(registration.organisation_name) if registration.organisation_name else frozenset[str]()
    return Known(
        f"row:{registration.pk}", person_key(name.given, name.family), emails, frozenset(), places,
        spelling=other_spelling(registration.name, person_key),
    )  # fmt: skip


def _new_person(registration: Registration) -> Person:
    name = split_name(registration.name, NamesSeen(two_surnames=registration.language in ("es", "pt")))
    person = Person.objects.create(
        given_name=name.given, family_name=name.family, country=registration.country, language=registration.language
    )
    person.partners.add(registration.event.partner)
    if registration.email:
        PersonEmail.objects.create(person=person, address=registration.email)
    return person


def _to_compare(person: Person, candidates: Sequence[int], project: Project) -> None:
    PossibleDuplicate.objects.bulk_create(
        (
            PossibleDuplicate(
                project=project, unit=Unit.PERSON, why=WHY, first_id=min(pk, person.pk), second_id=max(pk, person.pk)
            )
            for pk in candidates
        ),
        ignore_conflicts=True,
    )  # fmt: skip


def _organisation(registration: Registration, project: Project) -> Organisation | None:
    """The project's own one of that name, else a new one; "private" is none."""
    key = organisation_key(registration.organisation_name)
    if not key or key in PRIVATE:
        return None
    keys = [spelling[:400] for spelling in place_keys(registration.organisation_name)]
    known = Organisation.objects.in_project(project).canonical().filter(name_key__in=keys).order_by("pk").first()
    if known is not None:
        return known
    made = Organisation.objects.create(
        name=registration.organisation_name, country=registration.country, address=registration.organisation_address
    )
    made.projects.add(project)
    return made


PRIVATE = frozenset({"private", "privado", "privada", "particular", "privat", "privato", "prive", "none", "no"})
