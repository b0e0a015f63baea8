"""Taking note of who took part. The quota board counts what is noted here and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from network.enums import Mode, ParticipationRole, ParticipationState, Unit
from network.models import (
    Category,
    Evidence,
    ImportBatch,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Period,
    Person,
)
from network.rules.participation import day_problems, partner_problems
from network.rules.periods import taking_in
from network.services.evidence import attach_evidence
from network.services.states import States, states_of, tally_states


@dataclass(frozen=True)
class Attendee:
    """One subject of an occasion as the list said it; empty fields are taken from the occasion."""

    subject: Person | Organisation
    category: Category
    held_on: date | None = None
    function: str = ""
    organisation: Organisation | None = None
    country: str = ""
    hours: Decimal | None = None
    signed: bool | None = None
    mode: Mode | str = ""
    role: ParticipationRole | str = ParticipationRole.PARTICIPANT
    note: str = ""


@transaction.atomic
def note_participations(
    *, occasion: Occasion, attendees: Sequence[Attendee], partner: Partner, by: User | None,
    evidence: Collection[Evidence] = (), batch: ImportBatch | None = None, submit: bool = True,
) -> list[Participation]:  # fmt: skip
    """Record who took part, credited to a partner, and submit the records; returns those that are new.

    Noting somebody twice for the same day, occasion and category changes nothing. Raises ProblemsFound.
    """
    problems = noting_problems(occasion=occasion, attendees=attendees, partner=partner)
    if any(not problem.warning for problem in problems):
        raise ProblemsFound(problems)
    known = _known(occasion, partner)
    state = ParticipationState.SUBMITTED if submit else ParticipationState.DRAFT
    periods = list(Period.objects.filter(project=occasion.project_id))
    fresh: dict[tuple[int, int, bool, date], Participation] = {}
    for attendee in attendees:
        record = _record(occasion, attendee, partner, state=state, by=by, batch=batch, periods=periods)
        key = _key(record)
        if key not in known:
            fresh.setdefault(key, record)
    records = Participation.objects.bulk_create(fresh.values(), batch_size=1000)
    tally_states(States(), states_of(records))
    _make_known(records, partner)
    attach_evidence(evidence=evidence, records=records, by=by)
    audit.record_many(
        audit.entry("network.participation.recorded", target=record, by=by, state=str(state)) for record in records
    )
    return records


def noting_problems(*, occasion: Occasion, attendees: Iterable[Attendee], partner: Partner) -> list[Problem]:
    """All that keeps a list from being noted, each problem once."""
    project, today = occasion.project, timezone.localdate()
    found: dict[Problem, None] = {}
    for attendee in attendees:
        day = attendee.held_on or occasion.held_on
        fits = attendee.category.unit == (Unit.PERSON if isinstance(attendee.subject, Person) else Unit.ORGANISATION)
        problems = day_problems(held_on=day, today=today, starts_on=project.starts_on, ends_on=project.ends_on)
        problems += partner_problems(
            held_on=day, joined_on=partner.joined_on, left_on=partner.left_on,
            in_project=partner.project_id == project.pk == attendee.category.project_id,
        )  # fmt: skip
        if not fits:
            problems.append(
                Problem("unit", f"{attendee.category}: {attendee.category.get_unit_display()}", field="category")
            )
        found.update(dict.fromkeys(problems))
    return list(found)


def _record(
    occasion: Occasion, attendee: Attendee, partner: Partner, *, state: ParticipationState, by: User | None,
    batch: ImportBatch | None, periods: list[Period],
) -> Participation:  # fmt: skip
    subject, day = attendee.subject, attendee.held_on or occasion.held_on
    person = subject if isinstance(subject, Person) else None
    organisation = subject if isinstance(subject, Organisation) else None
    sender = attendee.organisation or organisation
    period, late = taking_in(periods, day)
    return Participation(
        project_id=occasion.project_id, partner=partner, category=attendee.category, person=person,
        organisation=organisation, occasion=occasion, held_on=day, hours=attendee.hours,
        mode=attendee.mode or occasion.mode, role=attendee.role, state=state, signed=attendee.signed,
        function_then=attendee.function[:200], organisation_then=sender,
        country_then=attendee.country or (sender.country if sender else "") or subject.country,
        period=period, is_late=late, note=attendee.note[:300], batch=batch, recorded_by=by,
    )  # fmt: skip


def _key(record: Participation) -> tuple[int, int, bool, date]:
    subject = record.person_id or record.organisation_id or 0
    return record.category_id, subject, record.person_id is not None, record.held_on


def _known(occasion: Occasion, partner: Partner) -> set[tuple[int, int, bool, date]]:
    stored = Participation.objects.filter(occasion=occasion, partner=partner).only(
        "category_id", "person_id", "organisation_id", "held_on"
    )
    return {_key(record) for record in stored}


def _make_known(records: Iterable[Participation], partner: Partner) -> None:
    """Whoever takes part is known to the partner from now on."""
    people = {record.person_id for record in records if record.person_id}
    organisations = {record.organisation_id for record in records if record.organisation_id}
    at_partner, in_project = Person.partners.through, Organisation.projects.through
    at_partner.objects.bulk_create(
        [at_partner(person_id=pk, partner_id=partner.pk) for pk in people], ignore_conflicts=True, batch_size=1000
    )
    in_project.objects.bulk_create(
        [in_project(organisation_id=pk, project_id=partner.project_id) for pk in organisations],
        ignore_conflicts=True,
        batch_size=1000,
    )
