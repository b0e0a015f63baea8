"""A signed sheet comes back: only the lines that somebody says are signed become attendance and evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, stop_on
from dissemination.enums import AttendanceKind, AttendanceOutcome
from dissemination.models import Attendance, Registration, SignatureSheet
from dissemination.services.holding import note_attended
from network.enums import EvidenceKind
from network.models import Evidence
from network.services.evidence import keep_evidence


@dataclass(frozen=True)
class Back:
    evidence: Evidence
    signed: int


@transaction.atomic
def take_back(*, sheet: SignatureSheet, upload: Any, signed: Collection[int], by: User) -> Back:
    """Keep the scan and what it proves. The same scan and lines again change nothing. Raises ProblemsFound."""
    event = sheet.event
    guests = list(Registration.objects.filter(event=event, pk__in=signed).order_by("pk").select_for_update())
    stop_on([] if guests else [Problem("nobody", _("Tick the lines that are signed."), field="signed")])
    evidence = keep_evidence(
        project=event.project, partner=event.partner, upload=upload, kind=EvidenceKind.SIGNED_LIST, by=by,
        title=_("Signed list: %(event)s") % {"event": event}, covers=sheet.code, proves_on=event.held_on,
    )  # fmt: skip
    lines = {pk: str(number) for number, pk in enumerate(sheet.lines, 1)}
    counted = Attendance.objects.counted().filter(registration__in=guests, session=None)
    seen = set(counted.values_list("registration_id", flat=True))
    known = set(event.attendances.filter(evidence=evidence).values_list("registration_id", flat=True))
    fresh = [_signature(guest, evidence, lines, seen, by) for guest in guests if guest.pk not in known]
    Attendance.objects.bulk_create(fresh)
    audit.record("dissemination.sheet.came_back", target=sheet, by=by, signed=len(guests), evidence=evidence.pk)
    if event.occasion_id:
        note_attended(event=event, by=by)
    return Back(evidence, len(guests))


def _signature(guest: Registration, evidence: Evidence, lines: dict[int, str], seen: set[int], by: User) -> Attendance:
    return Attendance(
        event=guest.event, registration=guest, kind=AttendanceKind.SIGNED, evidence=evidence,
        outcome=AttendanceOutcome.REPEATED if guest.pk in seen else AttendanceOutcome.COUNTED,
        line=lines.get(guest.pk, ""), nonce=f"list:{evidence.pk}:{guest.pk}", scanned_at=guest.event.starts_at,
        scanned_by=by,
    )  # fmt: skip
