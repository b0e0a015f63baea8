"""Rows of people and of attendance become people, affiliations and participations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from accounts.models import User
from network.enums import ImportKind
from network.models import Affiliation, Category, ImportBatch, ImportRow, Organisation, Participation, Person
from network.services.importing.new_organisations import organisations_of_rows
from network.services.importing.stages import Stages
from network.services.importing.subjects import add_emails, people_of_rows
from network.services.participation import Attendee, note_participations


def take_in_people(
    batch: ImportBatch, rows: Sequence[ImportRow], stages: Stages, *, by: User | None
) -> dict[str, list[int]]:
    """Store what the rows say; returns the ids of everything that is new, so that it can be undone."""
    organisations, made_organisations = organisations_of_rows(batch, rows)
    stages.next()
    people, made_people = people_of_rows(batch, rows)
    stages.next()
    emails = add_emails(rows, people)
    stages.next()
    affiliations = add_affiliations(rows, people, organisations)
    stages.next()
    for row in rows:
        organisation = organisations.get(row.read.get("organisation_ref", ""))
        row.outcome = {"person": people[row.label].pk, "organisation": organisation.pk if organisation else None}
    noted = note_rows(batch, rows, people, organisations, stages, by=by) if batch.kind == ImportKind.ATTENDANCE else []
    return {
        "organisations": made_organisations,
        "people": made_people,
        "emails": emails,
        "affiliations": affiliations,
        "participations": [record.pk for record in noted],
    }


def add_affiliations(
    rows: Sequence[ImportRow], people: Mapping[str, Person], organisations: Mapping[str, Organisation]
) -> list[int]:
    """The function at the organisation that a row names, unless it is known."""
    has = set(
        Affiliation.objects.filter(organisation__in={o.pk for o in organisations.values()}).values_list(
            "person_id", "organisation_id", "function"
        )
    )
    fresh: dict[tuple[int, int, str], Affiliation] = {}
    for row in rows:
        organisation = organisations.get(row.read.get("organisation_ref", ""))
        if organisation:
            function = row.read.get("function", "")[:200]
            key = (people[row.label].pk, organisation.pk, function)
            if key not in has:
                fresh.setdefault(
                    key, Affiliation(person=people[row.label], organisation=organisation, function=function)
                )
    return [one.pk for one in Affiliation.objects.bulk_create(fresh.values(), batch_size=1000)]


def note_rows(
    batch: ImportBatch, rows: Sequence[ImportRow], people: Mapping[str, Person],
    organisations: Mapping[str, Organisation], stages: Stages, *, by: User | None,
) -> list[Participation]:  # fmt: skip
    """Signed rows are noted with the sheet as evidence, unsigned ones without."""
    if batch.occasion is None:
        return []
    categories = {category.code: category for category in Category.objects.in_project(batch.project)}
    noted: list[Participation] = []
    for signed in (True, False):
        attendees = [
            attendee
            for row in rows
            if (row.read.get("signed") is not False) is signed
            and (attendee := attendee_of(row, people[row.label], organisations, categories))
        ]
        noted += note_participations(
            occasion=batch.occasion, attendees=attendees, partner=batch.partner, by=by, batch=batch,
            evidence=[batch.original] if signed else [],
        )  # fmt: skip
        stages.next()
    return noted


def attendee_of(
    row: ImportRow, person: Person, organisations: Mapping[str, Organisation], categories: Mapping[str, Category]
) -> Attendee | None:
    """The subject is the person, or the organisation where the category counts those."""
    category = categories.get(row.read.get("category", ""))
    organisation = organisations.get(row.read.get("organisation_ref", ""))
    subject = person if category and category.counts_people else organisation
    if category is None or subject is None:
        return None
    hours = row.read.get("hours")
    return Attendee(
        subject=subject,
        category=category,
        held_on=date.fromisoformat(row.read["held_on"]) if row.read.get("held_on") else None,
        function=row.read.get("function", ""),
        organisation=organisation,
        country=row.read.get("country", ""),
        hours=Decimal(hours) if hours else None,
        signed=row.read.get("signed"),
    )
