"""Rows of placements become experiences of learners who may have no name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from accounts.models import User
from network.enums import ExperienceKind, ExperienceLevel, OrganisationKind
from network.models import Experience, ImportBatch, ImportRow, Organisation, Person
from network.services.importing.new_organisations import organisations_of_rows
from network.services.importing.stages import Stages
from network.services.importing.subjects import people_of_rows

type Key = tuple[int, int, date, date]


def take_in_experiences(
    batch: ImportBatch, rows: Sequence[ImportRow], stages: Stages, *, by: User | None
) -> dict[str, list[int]]:
    """The same learner at the same host on the same days is one experience, however often it is imported."""
    hosts, made_organisations = organisations_of_rows(batch, rows, kind=OrganisationKind.ENTERPRISE)
    stages.next()
    learners, made_people = people_of_rows(batch, rows)
    stages.next()
    known = _known(batch, learners)
    fresh: dict[Key, Experience] = {}
    for row in rows:
        experience = _experience(row, learners[row.label], hosts[row.read["organisation_ref"]], batch, by=by)
        key = (experience.learner_id or 0, experience.host_id, experience.starts_on, experience.ends_on)
        row.outcome = {"person": experience.learner_id, "organisation": experience.host_id}
        if key not in known:
            fresh.setdefault(key, experience)
    made = Experience.objects.bulk_create(fresh.values(), batch_size=1000)
    stages.next()
    return {
        "organisations": made_organisations,
        "people": made_people,
        "experiences": [experience.pk for experience in made],
    }


def _known(batch: ImportBatch, learners: Mapping[str, Person]) -> set[Key]:
    concerned = {person.pk for person in learners.values()}
    stored = Experience.objects.filter(partner=batch.partner).values_list(
        "learner_id", "host_id", "starts_on", "ends_on"
    )
    return {(learner or 0, host, start, end) for learner, host, start, end in stored if learner in concerned}


def _experience(
    row: ImportRow, learner: Person, host: Organisation, batch: ImportBatch, *, by: User | None
) -> Experience:
    read = row.read
    own = batch.partner.organisation
    abroad = bool(host.country and own.country and host.country != own.country)
    title = f"{read['sector'] or batch.get_kind_display()} · {host.name}"
    return Experience(
        project=batch.project, partner=batch.partner, title=title[:200],
        kind=batch.answers.get("experience_kind") or ExperienceKind.TRAINEESHIP,
        level=ExperienceLevel.TRANSNATIONAL if abroad else ExperienceLevel.LOCAL,
        learner=learner, provider=own, host=host, starts_on=date.fromisoformat(read["starts_on"]),
        ends_on=date.fromisoformat(read["ends_on"]), hours=Decimal(read["hours"]) if read["hours"] else None,
        batch=batch, recorded_by=by,
    )  # fmt: skip
