"""After an event: its files, its survey, who may be in photos, and what proof is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import User
from core import audit
from dissemination.enums import AttendanceKind, EventState, FileKind
from dissemination.models import Attendance, Certificate, Event, EventFile, FollowUp
from dissemination.rules.proof import Demand, demands
from dissemination.services.holding import attended
from network.enums import EvidenceKind, Mode
from network.models import Participation
from network.services.evidence import keep_evidence

KINDS = {
    FileKind.PHOTO: EvidenceKind.PHOTO,
    FileKind.DECLARATION: EvidenceKind.DECLARATION,
    FileKind.SCREENSHOT: EvidenceKind.SCREENSHOT,
}


@dataclass(frozen=True)
class Photos:
    """How many of those who were there may be seen in photos."""

    agreed: int
    there: int


@transaction.atomic
def add_file(*, event: Event, kind: FileKind, upload: Any, title: str, by: User) -> EventFile:
    """Keep a file as evidence of the event. The same bytes again are one file. Raises ProblemsFound."""
    evidence = keep_evidence(
        project=event.project, partner=event.partner, upload=upload, kind=KINDS.get(kind, EvidenceKind.DOCUMENT),
        title=title, proves_on=event.held_on, by=by,
    )  # fmt: skip
    made, _is_new = EventFile.objects.get_or_create(event=event, evidence=evidence, kind=kind)
    audit.record("dissemination.event_file.added", target=event, by=by, kind=str(kind), evidence=evidence.pk)
    return made


@transaction.atomic
def set_follow_up(
    *, event: Event, satisfaction_url: str, minimum_sessions: int, minimum_hours: Decimal, by: User
) -> FollowUp:
    facts = {
        "satisfaction_url": satisfaction_url, "survey_failure": "",
        "minimum_sessions": minimum_sessions, "minimum_hours": minimum_hours,
    }  # fmt: skip
    made, _is_new = FollowUp.objects.update_or_create(event=event, defaults=facts)
    audit.record("dissemination.follow_up.set", target=event, by=by)
    return made


def photos(event: Event) -> Photos:
    return Photos(**attended(event).aggregate(agreed=Count("pk", filter=Q(photo_consent=True)), there=Count("pk")))


def demands_of(event: Event) -> list[Demand]:
    """The checklist, in seven statements."""
    lists = Attendance.objects.filter(registration=OuterRef("pk"), kind=AttendanceKind.SIGNED, evidence__isnull=False)
    # Lists that were attached to the records themselves prove as well.
    records = Participation.objects.filter(
        occasion=event.occasion_id, person=OuterRef("person"), evidence__kind=EvidenceKind.SIGNED_LIST
    )
    on_site = Q(mode=Mode.ON_SITE)
    figures = attended(event).annotate(signed=Exists(lists) | Exists(records)).aggregate(
        signatures=Count("pk", filter=Q(signed=True)),
        unsigned=Count("pk", filter=on_site & Q(signed=False)),
        without_address=Count("pk", filter=Q(organisation_name="") | Q(organisation_address="")),
    )  # fmt: skip
    survey = FollowUp.objects.filter(event=event).exclude(satisfaction_url="").first()
    return demands(
        kind=event.kind, mode=event.mode, is_held=event.state in (EventState.HELD, EventState.CLOSED),
        kinds=set(EventFile.objects.filter(event=event).values_list("kind", flat=True)),
        has_programme=event.sessions.exists(),
        has_signed_list=figures["signatures"] > 0, unsigned=figures["unsigned"],
        without_address=figures["without_address"], has_result=event.results.exists(),
        uncertified=attended(event).exclude(certificates__in=Certificate.objects.valid()).count(),
        survey_failure=survey.survey_failure if survey else None,
    )  # fmt: skip
