"""Organisations that rows name and nobody knew yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from network.enums import OrganisationKind
from network.models import ImportBatch, ImportRow, Organisation
from network.rules.functions import organisation_kind
from network.rules.names import organisation_key


def organisations_of_rows(
    batch: ImportBatch, rows: Sequence[ImportRow], *, kind: OrganisationKind | None = None
) -> tuple[dict[str, Organisation], list[int]]:
    """Each organisation by the reference its rows carry, the new ones made; and the ids of those."""
    named: dict[str, list[ImportRow]] = defaultdict(list)
    for row in rows:
        if ref := row.read.get("organisation_ref"):
            named[ref].append(row)
    known = Organisation.objects.in_bulk(_ids(named))
    found = {ref: known[int(ref.split(":")[1])] for ref in named if ref.startswith("organisation:")}
    fresh = {ref: _new(batch, its, kind) for ref, its in named.items() if ref.startswith("new:")}
    made = save_organisations(fresh.values(), batch)
    return found | fresh, made


def _ids(refs: Iterable[str]) -> list[int]:
    return [int(ref.split(":")[1]) for ref in refs if ref.startswith("organisation:")]


def _new(batch: ImportBatch, rows: Sequence[ImportRow], kind: OrganisationKind | None) -> Organisation:
    """Under its first spelling; the country is that of its rows, or the partner's if a person said so."""
    name = rows[0].read["organisation"]
    countries = {row.read["country"] for row in rows} - {""}
    here = batch.partner.organisation.country if batch.answers.get("organisations") == "create_here" else ""
    return Organisation(
        name=name,
        kind=organisation_kind(name) or kind or OrganisationKind.OTHER,
        country=countries.pop() if len(countries) == 1 else "" if countries else here,
    )


def save_organisations(organisations: Iterable[Organisation], batch: ImportBatch) -> list[int]:
    """Store many at once and make them known to the project."""
    fresh = list(organisations)
    for organisation in fresh:
        organisation.name_key = organisation_key(organisation.name)[:400]
    Organisation.objects.bulk_create(fresh, batch_size=1000)
    through = Organisation.projects.through
    through.objects.bulk_create(
        [through(organisation_id=organisation.pk, project_id=batch.project_id) for organisation in fresh],
        ignore_conflicts=True,
        batch_size=1000,
    )
    return [organisation.pk for organisation in fresh]
