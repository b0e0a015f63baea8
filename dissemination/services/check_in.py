"""At the door: scans and ticks become attendance, each once. The rows are their own log: nothing is overwritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from core import audit
from core.text import fold
from dissemination.enums import AttendanceKind, AttendanceOutcome, RegistrationSource, RegistrationState
from dissemination.models import Attendance, Event, Registration, Session
from dissemination.rules.check_in import Scan, verdict
from dissemination.rules.guests import Guest
from dissemination.services import seats
from dissemination.services.registering import register

COUNTED, REPEATED = AttendanceOutcome.COUNTED, AttendanceOutcome.REPEATED


@dataclass(frozen=True)
class Taken:
    """What became of one scan; without a registration its ticket is not of this event."""

    nonce: str
    guest: Registration | None = None
    row: Attendance | None = None


@transaction.atomic
def take_scans(
    *, event: Event, scans: Sequence[Scan], by: User, device: str = "", session: Session | None = None
) -> list[Taken]:
    """Keep what a device saw. The same nonce changes nothing; of several scans of a guest the earliest one counts."""
    asked = {scan.token_hash for scan in scans}
    found = Registration.objects.filter(event=event, token_hash__in=asked).order_by("pk").select_for_update()
    guests = {guest.token_hash: guest for guest in found}
    nonces = {scan.nonce for scan in scans}
    counts = Q(registration__in=guests.values(), session=session, outcome=COUNTED)
    rows = list(event.attendances.filter(Q(nonce__in=nonces) | counts))
    known = {row.nonce: row for row in rows if row.nonce in nonces}
    at = session.pk if session else None
    first = {row.registration_id: row for row in rows if row.outcome == COUNTED and row.session_id == at}
    fresh: list[Attendance] = []
    beaten: list[Attendance] = []
    for scan in sorted(scans, key=lambda scan: scan.seen_at):
        guest = guests.get(scan.token_hash)
        if guest is None or scan.nonce in known:
            continue
        row = _judged(event, guest, scan, by, device, session)
        known[scan.nonce] = row
        fresh.append(row)
        _compare(row, first, beaten)
    Attendance.objects.bulk_update([row for row in beaten if row.pk], ["outcome"])
    Attendance.objects.bulk_create(fresh)
    return [Taken(scan.nonce, guests.get(scan.token_hash), known.get(scan.nonce)) for scan in scans]


def _judged(
    event: Event, guest: Registration, scan: Scan, by: User, device: str, session: Session | None
) -> Attendance:
    found = verdict(
        registration=guest.state, event=event.state, seen_at=scan.seen_at, starts_at=event.starts_at,
        ends_at=event.ends_at, zone=event.zone, now=timezone.now(),
    )  # fmt: skip
    return Attendance(
        event=event, registration=guest, session=session, kind=scan.kind, outcome=found.outcome, why=found.why,
        nonce=scan.nonce, device=device[:64], scanned_at=scan.seen_at, scanned_by=by,
    )  # fmt: skip


def _compare(row: Attendance, first: dict[int, Attendance], beaten: list[Attendance]) -> None:
    """The earliest one counts, whichever arrived first."""
    if row.outcome != COUNTED:
        return
    before = first.get(row.registration_id)
    if before is not None and before.scanned_at <= row.scanned_at:
        row.outcome = REPEATED
        return
    if before is not None:
        before.outcome = REPEATED
        beaten.append(before)
    first[row.registration_id] = row


@transaction.atomic
def walk_in(*, event: Event, guest: Guest, key: str, by: User, seen_at: datetime | None = None) -> Taken:
    """Somebody who came without a ticket: registered on the spot, whether or not a seat was left, and seen.

    A known address is the registration it belongs to. No mail is sent: they are there.
    """
    made = register(event=event, guest=guest, key=key, source=RegistrationSource.WALK_IN, by=by).registration
    if made.state != RegistrationState.CONFIRMED:
        seats.move(registration=made, to=RegistrationState.CONFIRMED)
    Registration.objects.filter(pk=made.pk).update(told_state=RegistrationState.CONFIRMED)
    audit.record("dissemination.guest.walked_in", target=made, by=by)
    scan = Scan(
        nonce=f"walk-in:{made.pk}", token_hash=made.token_hash, seen_at=seen_at or timezone.now(),
        kind=AttendanceKind.WALK_IN,
    )  # fmt: skip
    return take_scans(event=event, scans=[scan], by=by)[0]


@transaction.atomic
def confirm_attendances(*, event: Event, chosen: Collection[int], by: User) -> int:
    """Somebody says that those people were there although the scan was odd; only then is it evidence."""
    rows = list(_waiting(event).filter(pk__in=chosen).select_for_update())
    seen = Attendance.objects.counted().filter(registration__in=[row.registration_id for row in rows])
    known: set[tuple[int, int | None]] = set(seen.values_list("registration_id", "session_id"))
    for row in rows:
        key = (row.registration_id, row.session_id)
        row.outcome = REPEATED if key in known else COUNTED
        row.confirmed_at, row.confirmed_by = timezone.now(), by
        known.add(key)
    Attendance.objects.bulk_update(rows, ["outcome", "confirmed_at", "confirmed_by"])
    audit.record_many(audit.entry("dissemination.attendance.confirmed", target=row, by=by) for row in rows)
    return len(rows)


@transaction.atomic
def refuse_attendances(*, event: Event, chosen: Collection[int], by: User) -> int:
    """Somebody says that those people were not there."""
    rows = list(_waiting(event).filter(pk__in=chosen).select_for_update())
    for row in rows:
        row.outcome, row.confirmed_at, row.confirmed_by = AttendanceOutcome.REFUSED, timezone.now(), by
    Attendance.objects.bulk_update(rows, ["outcome", "confirmed_at", "confirmed_by"])
    audit.record_many(audit.entry("dissemination.attendance.refused", target=row, by=by) for row in rows)
    return len(rows)


def _waiting(event: Event) -> QuerySet[Attendance]:
    return event.attendances.filter(outcome=AttendanceOutcome.TO_CONFIRM)


def to_confirm(event: Event) -> QuerySet[Attendance]:
    return _waiting(event).select_related("registration", "session")


def guests_called(event: Event, words: str, *, most: int = 30) -> list[Registration]:
    """The first guests by name, or those whose name, address or organisation holds the words."""
    rows = event.registrations.only("name", "organisation_name", "state", "token_hash")
    for word in fold(words).split()[:5]:
        rows = rows.filter(search_key__contains=word)
    seen = Attendance.objects.counted().filter(registration=OuterRef("pk"))
    return list(rows.annotate(was_there=Exists(seen)).order_by("name", "pk")[:most])


def guests_for_device(event: Event) -> dict[str, list[list[str]] | list[str]]:
    """What a phone keeps in memory for a lost connection: names and hashes of tickets, and nothing else."""
    rows = event.registrations.order_by("name", "pk").values_list("token_hash", "name", "state")
    void = (RegistrationState.CANCELLED, RegistrationState.DECLINED)
    return {
        "guests": [[token, name] for token, name, state in rows if state not in void],
        "refused": [token for token, _name, state in rows if state in void],
    }
