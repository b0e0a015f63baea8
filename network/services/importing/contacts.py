"""Contact persons named in a list of organisations, where somebody wants them as people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from django.utils.translation import gettext as _

from network.models import Affiliation, ImportBatch, ImportRow, Organisation, Person, PersonEmail
from network.rules.name_case import usual_case
from network.rules.name_parts import NamesSeen, split_name
from network.rules.names import person_key
from network.services.importing.subjects import make_known


def add_contacts(
    batch: ImportBatch, rows: Sequence[ImportRow], places: Mapping[str, Organisation]
) -> dict[str, list[int]]:
    """A person for each contact with its organisation; of several addresses each contact gets one, in order."""
    if batch.answers.get("contacts") != "yes":
        return {}
    known = set(
        Affiliation.objects.filter(organisation__in={place.pk for place in places.values()}).values_list(
            "organisation_id", "person__name_key"
        )
    )
    fresh: dict[tuple[int, str], tuple[Person, Organisation, str]] = {}
    for row in rows:
        for person, address in _contacts(row):
            key = (places[row.label].pk, person.name_key)
            if key not in known:
                fresh.setdefault(key, (person, places[row.label], address))
    people = Person.objects.bulk_create([person for person, _place, _address in fresh.values()], batch_size=1000)
    make_known(people, batch.partner)
    affiliations = Affiliation.objects.bulk_create(
        [
            Affiliation(person=person, organisation=place, function=_("Contact"))
            for person, place, _mail in fresh.values()
        ]
    )
    emails = PersonEmail.objects.bulk_create(
        [PersonEmail(person=person, address=address) for person, _place, address in fresh.values() if address]
    )
    return {
        "people": [person.pk for person in people],
        "affiliations": [one.pk for one in affiliations],
        "emails": [email.pk for email in emails],
    }


def _contacts(row: ImportRow) -> Iterator[tuple[Person, str]]:
    for name, address in zip_longest(row.read["contacts"], row.read["emails"][: len(row.read["contacts"])]):
        parts = usual_case(split_name(name, NamesSeen()), country=row.read["country"])
        key = person_key(parts.given, parts.family)[:600]
        yield Person(given_name=parts.given[:300], family_name=parts.family[:300], name_key=key), address or ""
