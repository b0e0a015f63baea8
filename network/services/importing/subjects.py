"""The people of the rows: those known, those made, each row pointing at one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from network.models import ImportBatch, ImportRow, Partner, Person, PersonEmail
from network.rules.names import email_key, person_key
from network.services.importing.roster import roster_key


def people_of_rows(batch: ImportBatch, rows: Sequence[ImportRow]) -> tuple[dict[str, Person], list[int]]:
    """The person of each row by its label, new ones made; and the ids of those."""
    known = Person.objects.in_bulk(_ids(row.decision for row in rows))
    people: dict[str, Person] = {}
    fresh: list[Person] = []
    for row in rows:
        kind, _sign, ref = row.decision.partition(":")
        one = known.get(int(ref)) if kind == "person" else people.get(ref) if kind == "row" else None
        if one is None:
            one = new_person(row, batch.partner)
            fresh.append(one)
        people[row.label] = one
    Person.objects.bulk_create(fresh, batch_size=1000)
    make_known(people.values(), batch.partner)
    return people, [person.pk for person in fresh]


def _ids(decisions: Iterable[str]) -> set[int]:
    return {int(decision.split(":")[1]) for decision in decisions if decision.startswith("person:")}


def new_person(row: ImportRow, partner: Partner) -> Person:
    """A learner with a roster code stays without a name, whatever else the row says."""
    read, code = row.read, row.read.get("code", "")
    given, family = ("", "") if code else (read["given"], read["family"])
    return Person(
        given_name=given,
        family_name=family,
        name_key=person_key(given, family)[:600],
        roster_key=roster_key(partner, code),
        phone="" if code else read.get("phone", ""),
        country=read.get("country", ""),
        birth_year=read.get("birth_year"),
        gender=read.get("gender", ""),
    )


def make_known(people: Iterable[Person], partner: Partner) -> None:
    through = Person.partners.through
    through.objects.bulk_create(
        [through(person_id=pk, partner_id=partner.pk) for pk in {person.pk for person in people}],
        ignore_conflicts=True,
        batch_size=1000,
    )


def add_emails(rows: Sequence[ImportRow], people: Mapping[str, Person]) -> list[int]:
    """Addresses the people did not have; nobody has verified them."""
    concerned = {person.pk for person in people.values()}
    has = {
        (person, email_key(address))
        for person, address in PersonEmail.objects.filter(person__partners__isnull=False)
        .values_list("person_id", "address")
        .distinct()
        if person in concerned
    }
    fresh: dict[tuple[int, str], PersonEmail] = {}
    for row in rows:
        person = people[row.label]
        for address in () if person.roster_key else row.read.get("emails", ()):
            key = (person.pk, email_key(address))
            if key not in has:
                fresh.setdefault(key, PersonEmail(person=person, address=address))
    return [email.pk for email in PersonEmail.objects.bulk_create(fresh.values(), batch_size=1000)]
