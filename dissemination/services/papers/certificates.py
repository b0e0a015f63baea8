"""Certificates of attendance: issued to whoever earned one, corrected by a new one, revoked at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from dissemination.models import Attendance, Certificate, Event, FollowUp, Registration
from dissemination.rules.certificates import certificate_problems, hours_of, new_serial
from dissemination.services.holding import attended
from network.models import Participation


@dataclass(frozen=True)
class Earned:
    """Somebody who was seen, for how long, and what still stands between them and a certificate."""

    guest: Registration
    hours: Decimal | None
    problems: Sequence[Problem]


def earned(event: Event) -> list[Earned]:
    """Everybody who was seen and holds no valid certificate, in five statements."""
    limits = FollowUp.objects.filter(event=event).first() or FollowUp(event=event)
    verified = Participation.objects.verified().filter(occasion=event.occasion_id) if event.occasion_id else None
    subjects = set(verified.values_list("person_id", "organisation_id")) if verified is not None else set()
    people, places = ({pair[side] for pair in subjects if pair[side]} for side in (0, 1))
    seen = Prefetch("attendances", Attendance.objects.counted().select_related("session"), to_attr="seen")
    guests = attended(event).exclude(certificates__in=Certificate.objects.valid().filter(event=event))
    spans = [(each.starts_at, each.ends_at) for each in event.sessions.all()]
    found = []
    for guest in guests.prefetch_related(seen).order_by("name", "pk"):
        hours, sessions = _attended(event, guest, spans)
        problems = certificate_problems(
            is_verified=guest.person_id in people or guest.organisation_id in places, hours=hours, sessions=sessions,
            minimum_hours=limits.minimum_hours, minimum_sessions=limits.minimum_sessions,
        )  # fmt: skip
        found.append(Earned(guest, hours, problems))
    return found


def _attended(event: Event, guest: Registration, programme: Sequence[tuple]) -> tuple[Decimal | None, int]:  # type: ignore[type-arg]
    """Hours and sessions: those of the sessions where somebody was seen, else of the whole programme."""
    sessions = {row.session for row in guest.seen if row.session}  # type: ignore[attr-defined]
    if sessions:
        return hours_of((each.starts_at, each.ends_at) for each in sessions), len(sessions)
    if programme:
        return hours_of(programme), len(programme)
    is_one_day = event.held_on == event.ends_on
    return (hours_of([(event.starts_at, event.ends_at)]) if is_one_day else None), 0


@transaction.atomic
def issue_certificates(*, event: Event, by: User) -> list[Certificate]:
    """One for everybody who earned it and has none; again changes nothing."""
    Event.objects.select_for_update().get(pk=event.pk)
    ready = [each for each in earned(event) if not each.problems]
    made = Certificate.objects.bulk_create(
        Certificate(
            event=event, registration=each.guest, serial=new_serial(event.held_on.year), holder_name=each.guest.name,
            hours=each.hours, issued_by=by,
        )
        for each in ready
    )  # fmt: skip
    audit.record_many(audit.entry("dissemination.certificate.issued", target=one, by=by) for one in made)
    return made


@transaction.atomic
def correct_certificate(*, certificate: Certificate, holder_name: str, by: User) -> Certificate:
    """A new one with the right name takes the place of the old, which says so from now on. Raises ProblemsFound."""
    name = " ".join(holder_name.split())
    if not name or name == certificate.holder_name:
        raise ProblemsFound([Problem("same", _("Write the name as it should stand there."), field="holder_name")])
    _end(certificate, superseded_at=timezone.now())
    made = Certificate.objects.create(
        event=certificate.event, registration=certificate.registration, serial=new_serial(certificate.issued_at.year),
        holder_name=name[:300], hours=certificate.hours, issued_by=by, supersedes=certificate,
    )  # fmt: skip
    audit.record("dissemination.certificate.corrected", target=made, by=by, old=certificate.pk)
    return made


@transaction.atomic
def revoke_certificate(*, certificate: Certificate, reason: str, by: User) -> None:
    """Its public page says so at once. Raises ProblemsFound."""
    if not reason.strip():
        raise ProblemsFound([Problem("no_reason", _("Write the reason in a sentence."), field="reason")])
    _end(certificate, revoked_at=timezone.now(), revoked_by=by, reason=reason.strip()[:300])
    audit.record("dissemination.certificate.revoked", target=certificate, by=by)


def _end(certificate: Certificate, **facts: object) -> None:
    if not Certificate.objects.valid().filter(pk=certificate.pk).update(**facts, changed_at=timezone.now()):
        raise ProblemsFound([Problem("ended", _("This certificate is no longer valid. Look at it again."))])
