"""Fills a database with one project of any size by a handful of INSERT … SELECT statements, on either database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from accounts.models import User
from network.enums import EvidenceKind, OccasionKind, ParticipationState, Role, Unit
from network.models import (
    Category,
    Evidence,
    Head,
    Membership,
    Occasion,
    Organisation,
    Participation,
    Partner,
    Period,
    Person,
    Project,
    Proof,
    Tally,
    Target,
)

PARTNERS, CATEGORIES, OCCASIONS = 6, 4, 600
COUNTRIES = ("ES", "RO", "PT", "IT", "BE", "CZ")
FIRST_DAY, LAST_DAY, DAYS = date(2017, 9, 1), date(2019, 8, 31), 720
PERIODS = (("Year 1", date(2017, 9, 1), date(2018, 8, 31)), ("Year 2", date(2018, 9, 1), date(2019, 8, 31)))
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {many})"


@dataclass(frozen=True)
class House:
    """The project of the benchmarks with whoever asks for it."""

    project: Project
    coordinator: User
    verifier: User


def fill(model: type[models.Model], source: str, *, numbers: int = 0, **columns: str) -> None:
    """INSERT … SELECT … FROM source: the named columns by SQL, the others by the defaults of the model.

    With `numbers` the source may read n, whose column i runs from 0.
    """
    names, values, params = [], [], []
    for field in model._meta.concrete_fields:
        if field.attname in columns:
            values.append(columns[field.attname].replace("%", "%%"))
        elif field.primary_key:
            continue
        elif getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
            values.append("CURRENT_TIMESTAMP")
        else:
            values.append("%s")
            params.append(field.get_db_prep_save(field.get_default(), connection))
        names.append(connection.ops.quote_name(field.column))
    counted = NUMBERS.format(many=numbers) if numbers else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"{counted} INSERT INTO {model._meta.db_table} ({', '.join(names)})"
            f" SELECT {', '.join(values)} FROM {source.replace('%', '%%')}",
            params,
        )


def day(days: str) -> str:
    """SQL for a day of the project's run."""
    if connection.vendor == "sqlite":
        return f"date('{FIRST_DAY}', ({days}) || ' days')"
    return f"(date '{FIRST_DAY}' + CAST({days} AS integer))"


def month(column: str) -> str:
    if connection.vendor == "sqlite":
        return f"date({column}, 'start of month')"
    return f"CAST(date_trunc('month', {column}) AS date)"


@transaction.atomic
def seed(*, participations: int, people: int, code: str = "bench") -> House:
    """Six partners, four categories, people with about five records each; two in a hundred wait to be verified."""
    _trust_us()
    house = _frame(code)
    _people(house.project, people)
    _records(house.project, participations, people)
    _heads(house.project)
    _tallies(house.project)
    _reset_sequences()
    return house


def _trust_us() -> None:
    """Skip the foreign keys' own checks while filling, where the server lets us: they are most of the time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
            if cursor.fetchone() == (True,):
                cursor.execute("SET LOCAL session_replication_role = replica")


def _frame(code: str) -> House:
    project = Project.objects.create(
        code=code, title={"en": "Invented project of the benchmarks"}, starts_on=FIRST_DAY, ends_on=LAST_DAY,
        languages=["en", "es"],
    )  # fmt: skip
    for number, country in enumerate(COUNTRIES, 1):
        organisation = Organisation.objects.create(name=f"Invented Organisation {number}", country=country)
        Partner.objects.create(project=project, organisation=organisation, number=number)
    for order, name in enumerate(("Teachers", "Students", "Directors", "Trainers"), 1):
        Category.objects.create(
            project=project, code=name.lower(), name={"en": name, "es": name}, unit=Unit.PERSON, order=order,
            evidence_on_site=[EvidenceKind.SIGNED_LIST], evidence_virtual=[EvidenceKind.SIGNED_LIST],
        )  # fmt: skip
    for partner in Partner.objects.filter(project=project):
        for category in Category.objects.filter(project=project):
            Target.objects.create(partner=partner, category=category, heads=50, valid_from=FIRST_DAY)
    for name, starts_on, ends_on in PERIODS:
        Period.objects.create(project=project, name=name, starts_on=starts_on, ends_on=ends_on)
    for number in range(OCCASIONS):
        held_on = date.fromordinal(FIRST_DAY.toordinal() + number * 7 % DAYS)
        Occasion.objects.create(
            project=project, kind=OccasionKind.choices[number % 3][0], title=f"Event {number}", held_on=held_on
        )
        Evidence.objects.create(
            project=project, kind=EvidenceKind.SIGNED_LIST, given_name=f"list-{number}.pdf", size=1,
            file=f"evidence/bench-{number}.pdf", sha256=f"{number:064d}",
        )  # fmt: skip
    coordinator = User.objects.create(email="coordinator@example.org", name="Invented Coordinator")
    Membership.objects.create(user=coordinator, project=project, role=Role.COORDINATOR)
    verifier = User.objects.create(email="verifier@example.org", name="Invented Verifier")
    Membership.objects.create(user=verifier, project=project, role=Role.VERIFIER)
    return House(project, coordinator, verifier)


def found(code: str = "bench") -> House:
    """The project as a kept database holds it."""
    return House(
        Project.objects.get(code=code),
        User.objects.get(email="coordinator@example.org"),
        User.objects.get(email="verifier@example.org"),
    )


def _firsts(project: Project) -> dict[str, int]:
    """The first key of each kind: those of the frame follow one another."""
    kinds = {"partner": Partner, "category": Category, "occasion": Occasion, "evidence": Evidence}
    found = {name: model.objects.filter(project=project).order_by("pk")[0].pk for name, model in kinds.items()}
    return found | {"organisation": Partner.objects.get(pk=found["partner"]).organisation_id}


def _people(project: Project, people: int) -> None:
    first = _firsts(project)
    fill(
        Person, "n", numbers=people, id="i + 1", given_name="'Given' || (i % 997)",
        family_name="'Family' || i", name_key="'family' || i || ' given' || (i % 997)", country="'ES'", language="'en'",
    )  # fmt: skip
    through = Person.partners.through
    fill(through, "n", numbers=people, person_id="i + 1", partner_id=f"{first['partner']} + i % 6")


def _records(project: Project, participations: int, people: int) -> None:
    """A person belongs to one partner and category; one record in forty is credited to the next partner as well."""
    first, periods = _firsts(project), list(Period.objects.filter(project=project).order_by("starts_on"))
    person, days = f"(i % {people})", f"((i * 7 + i / {people} * 131) % {DAYS})"
    held_on = day(days)
    state = (
        f"CASE WHEN i % 50 = 7 THEN '{ParticipationState.SUBMITTED}' WHEN i % 100 = 9 THEN "
        f"'{ParticipationState.RETURNED}' ELSE '{ParticipationState.VERIFIED}' END"
    )
    in_time = f"CASE WHEN {days} < 365 THEN {periods[0].pk} ELSE {periods[1].pk} END"
    fill(
        Participation, "n", numbers=participations, id="i + 1", project_id=str(project.pk),
        partner_id=f"{first['partner']} + ({person} + CASE WHEN i % 40 = 3 THEN 1 ELSE 0 END) % 6",
        category_id=f"{first['category']} + {person} / 6 % 4", person_id=f"{person} + 1",
        occasion_id=f"{first['occasion']} + (i * 11 + i / {people}) % {OCCASIONS}", held_on=held_on, state=state,
        decided_at="CURRENT_TIMESTAMP", organisation_then_id=f"{first['organisation']} + {person} % 6",
        country_then="'ES'", period_id=in_time, is_late="i % 60 = 11",
    )  # fmt: skip
    fill(
        Proof, f"{Participation._meta.db_table} r WHERE r.id % 4 <> 0 AND r.project_id = {project.pk}",
        participation_id="r.id", evidence_id=f"{first['evidence']} + r.occasion_id - {first['occasion']}",
    )  # fmt: skip


def _heads(project: Project) -> None:
    """Distinct people by partner and category with their first day, straight from the records."""
    records, proofs = Participation._meta.db_table, Proof._meta.db_table
    verified = f"r.project_id = {project.pk} AND r.state = '{ParticipationState.VERIFIED}'"
    truth = "1" if connection.vendor == "sqlite" else "true"
    source = (
        f"(SELECT r.project_id, r.partner_id, r.category_id, r.person_id, min(r.period_id) AS period_id,"
        f" min(r.held_on) AS first_on, count(p.id) > 0 AS proved"
        f" FROM {records} r LEFT JOIN {proofs} p ON p.participation_id = r.id WHERE {verified}"
        f" GROUP BY r.project_id, r.partner_id, r.category_id, r.person_id) f"
    )
    names = ("project_id", "partner_id", "category_id", "person_id", "period_id", "first_on")
    fill(Head, source, **{name: f"f.{name}" for name in names}, is_evidenced="f.proved")
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {Head._meta.db_table} SET is_shared = {truth} WHERE (category_id, person_id) IN (SELECT"
            f" category_id, person_id FROM {Head._meta.db_table} GROUP BY category_id, person_id HAVING count(*) > 1)"
        )


def _tallies(project: Project) -> None:
    """Heads by cell, period and month: partner by partner, and each person once for the project."""
    named = ("project_id", "category_id", "period_id", "month")
    for partner, evidenced in (("partner_id", "min"), ("CAST(NULL AS bigint)", "max")):
        by = "partner_id, " if partner == "partner_id" else ""
        once = (
            f"SELECT project_id, {by}category_id, person_id, min(period_id) AS period_id,"
            f" {month('min(first_on)')} AS month, {evidenced}(CAST(is_evidenced AS integer)) AS sound,"
            f" max(CAST(is_shared AS integer)) AS joint FROM {Head._meta.db_table}"
            f" WHERE project_id = {project.pk} GROUP BY project_id, {by}category_id, person_id"
        )
        columns = {name: name for name in named} | {"heads": "count(*)", "evidenced": "sum(sound)"}
        group = f" GROUP BY project_id, {by}category_id, period_id, month"
        fill(Tally, f"({once}) f{group}", **columns, shared="sum(joint)", partner_id=partner)
    columns = {name: name for name in named} | {"month": month("held_on"), "partner_id": "partner_id"}
    verified = f"state = '{ParticipationState.VERIFIED}'"
    fill(
        Tally, f"{Participation._meta.db_table} WHERE project_id = {project.pk}"
        f" GROUP BY project_id, partner_id, category_id, period_id, {columns['month']}", **columns,
        waiting=f"count(CASE WHEN state = '{ParticipationState.SUBMITTED}' THEN 1 END)",
        late=f"count(CASE WHEN is_late AND {verified} THEN 1 END)",
    )  # fmt: skip


def _reset_sequences() -> None:
    tables: list[Any] = [Person, Participation, Person.partners.through, Proof, Head, Tally]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
