"""What signed lists prove, once the event is among the occasions."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from dissemination.enums import AttendanceKind
from dissemination.models import Attendance, Event
from network.models import Evidence, Participation, Proof
from network.services.evidence import attach_evidence


@transaction.atomic
def prove_signed(*, event: Event, by: User) -> int:
    """Let the signed lists prove whoever signed them; those who did not sign stay without proof."""
    rows = event.attendances.filter(evidence__isnull=False, kind=AttendanceKind.SIGNED)
    proved: set[int] = set()
    by_list: dict[Evidence, list[Attendance]] = defaultdict(list)
    for row in rows.select_related("registration", "evidence"):
        by_list[row.evidence].append(row)  # type: ignore[index]
    for evidence, signatures in by_list.items():
        records = _records(event, signatures)
        Participation.objects.filter(pk__in=[record.pk for record, _line in records]).update(signed=True)
        attach_evidence(evidence=[evidence], records=[record for record, _line in records], by=by)
        proofs = {proof.participation_id: proof for proof in evidence.proofs.all()}
        for record, line in records:
            proofs[record.pk].lines = line
        Proof.objects.bulk_update([proofs[record.pk] for record, _line in records], ["lines"])
        proved |= {record.pk for record, _line in records}
    return len(proved)


def _records(event: Event, signatures: list[Attendance]) -> list[tuple[Participation, str]]:
    people = {row.registration.person_id: row.line for row in signatures if row.registration.person_id}
    places = {row.registration.organisation_id: row.line for row in signatures if row.registration.organisation_id}
    # An enterprise is the subject of its own records only; whoever came for it is a person of theirs.
    found = Participation.objects.filter(occasion=event.occasion_id).filter(
        Q(person__in=people) | Q(person__isnull=True, organisation__in=places)
    )
    return [
        (record, people.get(record.person_id or 0) or places.get(record.organisation_id or 0, "")) for record in found
    ]
