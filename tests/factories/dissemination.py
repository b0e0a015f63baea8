from __future__ import annotations

import uuid
from datetime import UTC, datetime

import factory
from django.db.models import F
from django.utils import timezone

from dissemination import models
from dissemination.enums import SEATED, EventKind, EventMode, EventState, RegistrationState
from dissemination.rules.guests import search_key
from dissemination.rules.tickets import hash_of, ticket_token
from network.enums import Mode
from network.rules.names import person_key
from tests.factories.network import Factory, OccasionFactory, PartnerFactory


class PlannedEventFactory(Factory):
    class Meta:
        model = models.PlannedEvent

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    kind = EventKind.MULTIPLIER_EVENT
    title = factory.Sequence(lambda n: {"en": f"Invented plan {n}"})


class EventFactory(Factory):
    """EventFactory(seats={"on_site": 30}); without seats there is room for all."""

    class Meta:
        model = models.Event

    partner = factory.SubFactory(PartnerFactory)
    project = factory.SelfAttribute("partner.project")
    kind = EventKind.WORKSHOP
    mode = EventMode.ON_SITE
    title = factory.Sequence(lambda n: {"en": f"Invented event {n}", "es": f"Acto inventado {n}"})
    venue = "Invented Hall"
    address = "Invented Street 1, Lugo"
    country = "ES"
    time_zone = "Europe/Madrid"
    starts_at = datetime(2030, 3, 14, 9, 0, tzinfo=UTC)
    ends_at = datetime(2030, 3, 14, 15, 0, tzinfo=UTC)
    outside_reason = "Invented reason"
    state = EventState.PUBLISHED
    languages = ["en", "es"]
    occasion = factory.LazyAttribute(
        lambda event: (
            OccasionFactory(project=event.project) if event.state in (EventState.HELD, EventState.CLOSED) else None
        )
    )
    published_at = factory.LazyAttribute(lambda event: None if event.state == EventState.DRAFT else timezone.now())

    @factory.post_generation
    def seats(self, create, extracted, **kwargs):
        for mode in self.modes:
            models.Seats.objects.create(event=self, mode=mode, capacity=(extracted or {}).get(mode))


class SessionFactory(Factory):
    class Meta:
        model = models.Session

    event = factory.SubFactory(EventFactory)
    title = factory.Sequence(lambda n: {"en": f"Invented session {n}"})
    starts_at = factory.SelfAttribute("event.starts_at")
    ends_at = factory.SelfAttribute("event.ends_at")


class SpeakerFactory(Factory):
    class Meta:
        model = models.Speaker

    event = factory.SubFactory(EventFactory)
    name = factory.Sequence(lambda n: f"Invented Speaker {n}")


class RegistrationFactory(Factory):
    """The bare row, its seat counted; services queue and mail."""

    class Meta:
        model = models.Registration

    event = factory.SubFactory(EventFactory)
    name = factory.Sequence(lambda n: f"Given{n} Invented{n}")
    email = factory.Sequence(lambda n: f"guest{n}@example.org")
    email_key = factory.SelfAttribute("email")
    name_key = factory.LazyAttribute(lambda row: person_key(row.name))
    organisation_name = "Invented School"
    search_key = factory.LazyAttribute(lambda row: search_key(row.name, row.email, row.organisation_name))
    country = "ES"
    function = "Teacher"
    mode = Mode.ON_SITE
    state = RegistrationState.CONFIRMED
    token_hash = factory.LazyAttribute(lambda row: hash_of(ticket_token(row.uid)))
    uid = factory.LazyFunction(uuid.uuid4)

    @factory.post_generation
    def counted(self, create, extracted, **kwargs):
        seats = models.Seats.objects.filter(event=self.event, mode=self.mode)
        if self.state in SEATED:
            seats.update(taken=F("taken") + 1)
        elif self.place:
            seats.update(waiting=F("waiting") + 1, queued=F("queued") + 1)


class AttendanceFactory(Factory):
    class Meta:
        model = models.Attendance

    registration = factory.SubFactory(RegistrationFactory)
    event = factory.SelfAttribute("registration.event")
    kind = "scan"
    scanned_at = factory.SelfAttribute("event.starts_at")


class CertificateFactory(Factory):
    class Meta:
        model = models.Certificate

    registration = factory.SubFactory(RegistrationFactory)
    event = factory.SelfAttribute("registration.event")
    serial = factory.Sequence(lambda n: f"2030-AAAA-BBBB-{n:03d}")
    holder_name = factory.SelfAttribute("registration.name")
    hours = 6


class SignatureSheetFactory(Factory):
    class Meta:
        model = models.SignatureSheet

    event = factory.SubFactory(EventFactory)
    code = factory.Sequence(lambda n: f"AAAAAA{n:04d}")
    lines = factory.LazyAttribute(lambda sheet: [row.pk for row in sheet.event.registrations.order_by("name", "pk")])
    document = factory.LazyAttribute(
        lambda sheet: models.EventDocument.objects.create(
            project=sheet.event.project, partner=sheet.event.partner, event=sheet.event, kind="sheet", language="en",
            name="sheet.pdf", content_hash=sheet.code, sha256="0" * 64,
        )
    )  # fmt: skip
