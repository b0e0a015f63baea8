"""Invented events of QQVET in six countries: multiplier events, one with its full claim and one that was cancelled so
that a partner still owes its own, and the final conference."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.models import User
from dissemination.enums import AttendanceKind, EventKind, EventMode, FileKind, RegistrationState
from dissemination.models import Attendance, Event, PlannedEvent, Registration, Seats
from dissemination.rules.guests import search_key
from dissemination.rules.tickets import hash_of, ticket_token
from dissemination.services.events import Plan, create_event
from dissemination.services.follow_up import add_file
from dissemination.services.holding import hold_event
from dissemination.services.programme import set_session
from dissemination.services.steps import cancel_event, publish_event
from dissemination.services.unit_costs.awards import set_award
from network.demo.names import SCHOOL, people
from network.demo.papers import signed_list
from network.enums import EvidenceKind, Mode
from network.models import Category, Output, Participation, Partner, Project
from network.rules.names import person_key
from network.services.evidence import attach_evidence, keep_evidence
from network.services.verification import verify_participations

ZONES = {"ES": "Europe/Madrid", "RO": "Europe/Bucharest", "PT": "Europe/Lisbon", "IT": "Europe/Rome",
         "BE": "Europe/Brussels", "CZ": "Europe/Prague"}  # fmt: skip
AWARDED = Decimal(30_000)


@dataclass(frozen=True)
class Guests:
    """How many came from where; `unsigned` of the local ones did not sign."""

    own: int
    local: int
    foreign: int
    unsigned: int = 0


# Held on, place, guests. Portugal's is the worked example of the guide: 14, 43 and 5.
HELD = {
    "ES": (date(2019, 5, 9), "Valencia", Guests(4, 12, 3)),
    "RO": (date(2019, 4, 11), "București", Guests(3, 10, 2)),
    "PT": (date(2019, 3, 21), "Porto", Guests(14, 43, 5)),
    "IT": (date(2019, 4, 4), "Bologna", Guests(3, 9, 2, unsigned=2)),
    "CZ": (date(2019, 5, 16), "Praha", Guests(2, 8, 2)),
}
# Portugal's has every proof that an Agency asks for.
COMPLETE = "PT"
CANCELLED = "BE"
CONFERENCE = (date(2019, 6, 20), "Valencia", Guests(8, 30, 14))


def load_events() -> None:
    project = Project.objects.get(code="qqvet")
    coordinator = User.objects.get(email="coordinator@example.org")
    verifier = User.objects.get(email="verifier@example.org")
    result = Output.objects.create(
        project=project, kind="study", address="/",
        title={"en": "Impact study of work-based learning", "es": "Estudio de impacto del aprendizaje en el trabajo"},
    )  # fmt: skip
    set_award(project=project, amount=AWARDED, results=[result], by=coordinator)
    for partner in project.partners.select_related("organisation", "project"):
        country = partner.organisation.country
        if country in HELD:
            _hold(partner, EventKind.MULTIPLIER_EVENT, *HELD[country], result, coordinator, verifier)
        if country == CANCELLED:
            _cancel(partner, result, coordinator)
    spain = project.partners.get(organisation__country="ES")
    _hold(spain, EventKind.CONFERENCE, *CONFERENCE, result, coordinator, verifier)
    _still_to_come(coordinator)


def _hold(
    partner: Partner, kind: EventKind, day: date, place: str, guests: Guests, result: Output, by: User, verifier: User
) -> None:
    planned = PlannedEvent.objects.filter(partner=partner, kind=kind).first()
    title = planned.title if planned else {"en": str(kind.label)}
    event = _event(partner, kind, title, day, place, planned, result, by)
    if event.country == COMPLETE:
        _complete(event, by)
    publish_event(event=event, by=by)
    registrations = _guests(event, guests)
    Attendance.objects.bulk_create(
        Attendance(event=event, registration=row, kind=AttendanceKind.SIGNED, scanned_at=event.starts_at)
        for row in registrations
    )
    event.refresh_from_db()
    records = list(hold_event(event=event, by=by).records)
    _prove(event, records, guests.unsigned, by)
    verify_participations(records=Participation.objects.filter(pk__in=[r.pk for r in records]), by=verifier)


def _cancel(partner: Partner, result: Output, by: User) -> None:
    planned = PlannedEvent.objects.get(partner=partner, kind=EventKind.MULTIPLIER_EVENT)
    event = _event(
        partner, EventKind.MULTIPLIER_EVENT, planned.title, date(2019, 5, 23), "Brussel", planned, result, by
    )
    publish_event(event=event, by=by)
    cancel_event(event=event, reason="Invented reason: the hall was closed", by=by)


def _complete(event: Event, by: User) -> None:
    """The agenda as a programme, and what was shown."""
    for hour, title in (
        (0, {"en": "What work-based learning brings", "es": "Qué aporta el aprendizaje en el trabajo"}),
        (2, {"en": "Enterprises and schools at one table", "es": "Empresas y centros en una misma mesa"}),
    ):
        starts_at = event.starts_at + timedelta(hours=hour)
        set_session(
            event=event, session=None, title=title, description={}, starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2), room="", speakers="Invented Speaker; Researcher", by=by,
        )  # fmt: skip
    shown = signed_list(f"slides-{event.pk}.pdf", ["Invented slides", str(event)])
    add_file(event=event, kind=FileKind.PRESENTATION, upload=shown, title="Invented slides", by=by)


def _event(
    partner: Partner, kind: EventKind, title: dict[str, str], day: date, place: str, planned: PlannedEvent | None,
    result: Output, by: User,
) -> Event:  # fmt: skip
    country = partner.organisation.country
    zone = ZoneInfo(ZONES[country])
    starts_at = datetime.combine(day, time(9, 30), zone)
    facts = {
        "partner": partner, "kind": kind, "mode": EventMode.ON_SITE, "title": title, "planned": planned,
        "description": {
            "en": "An invented event of the demo, with invented guests.",
            "es": "Un acto inventado de la demostración, con asistentes inventados.",
        },
        "venue": f"Invented Hall, {place}", "address": f"Invented Street 1, {place}", "country": country,
        "time_zone": ZONES[country], "starts_at": starts_at, "ends_at": starts_at + timedelta(hours=5),
        "languages": ["en", country.lower() if country not in ("BE", "CZ") else "en"],
        "category": Category.objects.get(project=partner.project, code="teachers"),
    }  # fmt: skip
    plan = Plan(facts=facts, capacity={Mode.ON_SITE: 80}, results=[result])
    return create_event(project=partner.project, plan=plan, by=by)


def _guests(event: Event, guests: Guests) -> list[Registration]:
    """Registrations as they could have come in, without the mails of those days."""
    country = event.country
    abroad = "FI" if country != "FI" else "DE"
    groups = (
        (guests.own, country, event.partner.organisation.name or SCHOOL[country]),
        (guests.local, country, f"Invented Federation {country}"),
        (guests.foreign, abroad, f"Invented Institute {abroad}"),
    )
    rows: list[Registration] = []
    for number, home, organisation in groups:
        names = people(home)
        for _count in range(number):
            given, family = next(names)
            uid = uuid.uuid4()
            email = f"{event.pk}.{len(rows)}@guest.example.org"
            rows.append(
                Registration(
                    event=event, uid=uid, token_hash=hash_of(ticket_token(uid)), name=f"{given} {family}", email=email,
                    email_key=email, name_key=person_key(given, family),
                    search_key=search_key(f"{given} {family}", email, organisation),
                    organisation_name=organisation, organisation_address="Invented Street 2", country=home,
                    function="Guest", state=RegistrationState.CONFIRMED, told_state="confirmed",
                )
            )  # fmt: skip
    Seats.objects.filter(event=event, mode=Mode.ON_SITE).update(taken=len(rows))
    return Registration.objects.bulk_create(rows)


def _prove(event: Event, records: list[Participation], unsigned: int, by: User) -> None:
    """The signed list proves those who signed; the last local ones of some events did not."""
    strangers = [record for record in records if record.country_then == event.country][-unsigned:] if unsigned else []
    left_out = {record.pk for record in strangers}
    signed = [record for record in records if record.pk not in left_out]
    Participation.objects.filter(pk__in=[record.pk for record in signed]).update(signed=True)
    Participation.objects.filter(pk__in=left_out).update(signed=False)
    lines = [str(event), str(event.held_on), *(str(record.person) for record in signed)]
    evidence = keep_evidence(
        project=event.project, partner=event.partner, upload=signed_list(f"signatures-{event.pk}.pdf", lines),
        kind=EvidenceKind.SIGNED_LIST, by=by, proves_on=event.held_on,
    )  # fmt: skip
    attach_evidence(evidence=[evidence], records=signed, by=by)


def _still_to_come(by: User) -> None:
    """An event in the near future, so that registering can be tried; its project's real dates are not known.

    Of its few seats one is kept for the guests of each of two partners.
    """
    project = Project.objects.get(code="doallvet")
    partners = project.partners.select_related("organisation", "project")
    partner, beside = partners.get(organisation__country="PT"), partners.exclude(organisation__country="PT")[0]
    starts_at = timezone.now().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=45)
    facts = {
        "partner": partner, "kind": EventKind.WORKSHOP, "mode": EventMode.HYBRID,
        "title": {"en": "Open workshop: two countries, one apprenticeship (invented)",
                  "es": "Taller abierto: dos países, un aprendizaje (inventado)"},
        "description": {"en": "An invented workshop, so that you can try how people register.",
                        "es": "Un taller inventado para probar cómo se inscribe la gente."},
        "venue": "Invented Hall", "address": "Invented Street 1, Lisboa", "country": "PT",
        "online_url": "https://example.org/room", "time_zone": "Europe/Lisbon", "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=4), "languages": ["en", "es", "pt"],
    }  # fmt: skip
    plan = Plan(facts=facts, capacity={Mode.ON_SITE: 3, Mode.VIRTUAL: 100}, shares={partner: 1, beside: 1})
    publish_event(event=create_event(project=project, plan=plan, by=by), by=by)
