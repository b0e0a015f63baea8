"""Rows of organisations become organisations; with an occasion they are noted as having taken part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from accounts.models import User
from network.enums import OrganisationKind
from network.models import Category, ImportBatch, ImportRow, Organisation, Tag
from network.services.importing.contacts import add_contacts
from network.services.importing.new_organisations import save_organisations
from network.services.importing.stages import Stages
from network.services.participation import Attendee, note_participations

FILLED = ("vat", "oid", "pic", "size", "country", "region", "city", "address", "website")


def take_in_organisations(
    batch: ImportBatch, rows: Sequence[ImportRow], stages: Stages, *, by: User | None
) -> dict[str, list[int]]:
    """Make new organisations and fill what is blank in known ones; returns the ids of what is new."""
    known = Organisation.objects.in_bulk(_ids(row.decision for row in rows))
    places: dict[str, Organisation] = {}
    fresh: list[Organisation] = []
    for row in rows:
        kind, _sign, ref = row.decision.partition(":")
        one = known.get(int(ref)) if kind == "organisation" else places.get(ref) if kind == "row" else None
        if one is None:
            one = _new(row, batch)
            fresh.append(one)
        places[row.label] = one
    made = save_organisations(fresh, batch)
    stages.next()
    fill_blanks(rows, places)
    stages.next()
    add_sectors(batch, rows, places)
    stages.next()
    contacts = add_contacts(batch, rows, places)
    stages.next()
    return {"organisations": made, **contacts, "participations": _note(batch, places, by=by)}


def _ids(decisions: Iterable[str]) -> set[int]:
    return {int(decision.split(":")[1]) for decision in decisions if decision.startswith("organisation:")}


def _new(row: ImportRow, batch: ImportBatch) -> Organisation:
    here = batch.partner.organisation.country if batch.answers.get("organisations") == "create_here" else ""
    read = row.read
    return Organisation(
        name=read["name"], kind=read["kind"] or OrganisationKind.OTHER, country=read["country"] or here,
        **{name: read[name] for name in FILLED if name != "country"},
    )  # fmt: skip


def fill_blanks(rows: Sequence[ImportRow], places: Mapping[str, Organisation]) -> None:
    """What a known organisation lacked is taken from the row, and noted so that it can be taken back."""
    changed = {}
    for row in rows:
        organisation = places[row.label]
        filled = {name: row.read[name] for name in FILLED if row.read[name] and not getattr(organisation, name)}
        for name, value in filled.items():
            setattr(organisation, name, value)
        if filled:
            changed[organisation.pk] = organisation
        row.outcome = {"organisation": organisation.pk, "filled": filled}
    Organisation.objects.bulk_update(changed.values(), FILLED, batch_size=200)


def add_sectors(batch: ImportBatch, rows: Sequence[ImportRow], places: Mapping[str, Organisation]) -> None:
    """The sector as the list words it becomes a tag of the project."""
    words = {row.read["sector"].lower()[:60] for row in rows if row.read["sector"]}
    Tag.objects.bulk_create([Tag(project=batch.project, name=word) for word in sorted(words)], ignore_conflicts=True)
    tags = {tag.name: tag for tag in Tag.objects.filter(project=batch.project, name__in=words)}
    through = Organisation.tags.through
    pairs = {(places[row.label].pk, tags[row.read["sector"].lower()[:60]].pk) for row in rows if row.read["sector"]}
    through.objects.bulk_create(
        [through(organisation_id=organisation, tag_id=tag) for organisation, tag in sorted(pairs)],
        ignore_conflicts=True,
        batch_size=1000,
    )


def _note(batch: ImportBatch, places: Mapping[str, Organisation], *, by: User | None) -> list[int]:
    """With an occasion and a category that counts organisations, each is noted once."""
    category = Category.objects.in_project(batch.project).filter(code=batch.answers.get("category", "")).first()
    if batch.occasion is None or category is None or category.counts_people:
        return []
    subjects = {organisation.pk: organisation for organisation in places.values()}
    attendees = [Attendee(subject=one, category=category) for one in subjects.values()]
    noted = note_participations(
        occasion=batch.occasion, attendees=attendees, partner=batch.partner, by=by, batch=batch,
        evidence=[batch.original],
    )  # fmt: skip
    return [record.pk for record in noted]
