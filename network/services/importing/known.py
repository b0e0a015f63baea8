"""Who and what a partner knows already, ready to be compared with rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from network.models import Affiliation, ImportBatch, Organisation, Partner, Person, PersonEmail
from network.rules.matching.matches import Known
from network.rules.matching.register import Register
from network.rules.names import code_key, email_key, organisation_key, person_key, spelled_out


def known_people(partner: Partner) -> Register:
    """The people of the partner, and of nobody else: others are closed to whoever imports."""
    people = Person.objects.known_to(partner).canonical().filter(erased_at__isnull=True)
    emails, verified = defaultdict(set), defaultdict(set)
    places: dict[int, set[str]] = defaultdict(set)
    for person, address, verified_at in PersonEmail.objects.filter(person__in=people).values_list(
        "person_id", "address", "verified_at"
    ):
        emails[person].add(email_key(address))
        if verified_at:
            verified[person].add(email_key(address))
    for person, name in Affiliation.objects.filter(person__in=people).values_list("person_id", "organisation__name"):
        places[person] |= place_keys(name)
    return Register(
        Known(
            f"person:{pk}", key, frozenset(emails[pk]), frozenset(verified[pk]), frozenset(places[pk]), code=roster,
            spelling=other_spelling(f"{given} {family}", person_key),
        )
        for pk, key, roster, given, family in people.values_list(
            "pk", "name_key", "roster_key", "given_name", "family_name"
        ).iterator()
    )  # fmt: skip


def other_spelling(name: str, key_of: Callable[[str], str]) -> str:
    """The key of the name with `ue` for `ü` and the like; empty where it has no such letter."""
    return "" if (spelled := spelled_out(name)) == name else key_of(spelled)


def place_keys(organisation: str) -> frozenset[str]:
    """An organisation under both its spellings."""
    return frozenset({organisation_key(organisation), organisation_key(spelled_out(organisation))})


def known_organisations(batch: ImportBatch) -> list[tuple[int, str, str, str, str]]:
    """(id, name, key, OID, VAT) of the project's directory."""
    directory = Organisation.objects.in_project(batch.project).canonical()
    return list(directory.values_list("pk", "name", "name_key", "oid", "vat"))


def organisation_register(directory: Iterable[tuple[int, str, str, str, str]]) -> Register:
    return Register(
        Known(
            f"organisation:{pk}", key, code=oid, weak_code=code_key(vat),
            spelling=other_spelling(name, organisation_key),
        )
        for pk, name, key, oid, vat in directory
    )  # fmt: skip


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
