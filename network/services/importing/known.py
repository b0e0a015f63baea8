"""Who and what a partner knows already, ready to be compared with rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from network.models import Affiliation, ImportBatch, Organisation, Partner, Person, PersonEmail
from network.rules.matching import Known, Register
from network.rules.names import code_key, email_key


def known_people(partner: Partner) -> Register:
    """The people of the partner, and of nobody else: others are closed to whoever imports."""
    people = Person.objects.known_to(partner).canonical().filter(erased_at__isnull=True)
    emails, verified, places = defaultdict(set), defaultdict(set), defaultdict(set)
    for person, address, verified_at in PersonEmail.objects.filter(person__in=people).values_list(
        "person_id", "address", "verified_at"
    ):
        emails[person].add(email_key(address))
        if verified_at:
            verified[person].add(email_key(address))
    for person, key in Affiliation.objects.filter(person__in=people).values_list("person_id", "organisation__name_key"):
        places[person].add(key)
    return Register(
        Known(
            f"person:{pk}", key, frozenset(emails[pk]), frozenset(verified[pk]), frozenset(places[pk]), code=roster
        )
        for pk, key, roster in people.values_list("pk", "name_key", "roster_key").iterator()
    )  # fmt: skip


def known_organisations(batch: ImportBatch) -> list[tuple[int, str, str, str, str]]:
    """(id, name, key, OID, VAT) of the project's directory."""
    directory = Organisation.objects.in_project(batch.project).canonical()
    return list(directory.values_list("pk", "name", "name_key", "oid", "vat"))


def organisation_register(directory: Iterable[tuple[int, str, str, str, str]]) -> Register:
    return Register(
        Known(f"organisation:{pk}", key, code=oid, weak_code=code_key(vat)) for pk, _name, key, oid, vat in directory
    )


def merges() -> dict[int, int]:
    """Which record stands for a merged one today."""
    merged = Person.objects.filter(merged_into__isnull=False).values_list("pk", "merged_into")
    into = {pk: survivor for pk, survivor in merged if survivor}
    for pk in into:
        seen = {pk}
        while into[pk] in into and into[pk] not in seen:
            seen.add(into[pk])
            into[pk] = into[into[pk]]
    return into
