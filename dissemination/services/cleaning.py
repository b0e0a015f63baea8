"""What is kept of guests for a short while only."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from core import audit
from dissemination.enums import AttendanceOutcome, EventState
from dissemination.models import Attendance, Certificate, Event, Registration

NEEDS_KEPT = timedelta(days=30)
ABSENT_KEPT = timedelta(days=90)
# An event that nobody marked as held may still get its signed list.
UNDECIDED_KEPT = timedelta(days=365)
DECIDED = (EventState.HELD, EventState.CLOSED, EventState.CANCELLED)
# What a row says of a guest; the row itself stays for the figures.
EMPTY = {
    "name": "", "email": "", "email_key": "", "name_key": "", "search_key": "", "organisation_name": "",
    "organisation_address": "", "function": "", "access_needs": "", "diet_needs": "", "reason": "", "answers": {},
    "photo_consent": False,
}  # fmt: skip


def forget_needs(*, now: datetime) -> int:
    """Access and dietary needs go thirty days after the event; says of how many guests."""
    over = Registration.objects.filter(event__ends_at__lt=now - NEEDS_KEPT)
    return over.exclude(Q(access_needs="") & Q(diet_needs="")).update(access_needs="", diet_needs="")


def absent() -> QuerySet[Registration]:
    """Guests who registered and were never seen: they prove nothing, so nothing is kept of them for long."""
    seen = Attendance.objects.filter(
        registration=OuterRef("pk"), outcome__in=(AttendanceOutcome.COUNTED, AttendanceOutcome.TO_CONFIRM)
    )
    certified = Certificate.objects.filter(registration=OuterRef("pk"))
    return Registration.objects.exclude(name="").exclude(Exists(seen)).exclude(Exists(certified))


@transaction.atomic
def forget_absent(*, now: datetime) -> int:
    """The words about guests who never came go ninety days after the event; says of how many, and logs it."""
    decided = Q(event__state__in=DECIDED, event__ends_at__lt=now - ABSENT_KEPT)
    gone = absent().filter(decided | Q(event__ends_at__lt=now - UNDECIDED_KEPT))
    rows = list(gone.values_list("pk", "event"))
    per_event = Counter(event for _pk, event in rows)
    Registration.objects.filter(pk__in=[pk for pk, _event in rows]).update(**EMPTY, person=None, organisation=None)
    events = Event.objects.in_bulk(per_event)
    audit.record_many(
        audit.entry("dissemination.absent_guests.forgotten", target=events[pk], by=None, number=number)
        for pk, number in sorted(per_event.items())
    )
    return len(rows)


def forgets_absent_on(event: Event) -> date:
    """The day on which an event's absent guests are forgotten."""
    kept = ABSENT_KEPT if event.state in DECIDED else UNDECIDED_KEPT
    return (event.local_end + kept).date()
