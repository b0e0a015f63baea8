"""A held event: its card among the network's occasions, and who was there as participations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from dissemination.enums import EventKind, EventMode, EventState
from dissemination.models import Attendance, Event, Registration
from dissemination.models.registration import RegistrationQuerySet
from dissemination.rules.states import holding_problems
from dissemination.services import steps
from dissemination.services.matching import match_guests
from dissemination.services.papers.proving import prove_signed
from network.enums import Mode, OccasionKind, Unit
from network.models import Category, Occasion, Participation
from network.services.occasions import create_occasion
from network.services.participation import Attendee, note_participations

OCCASIONS = {
    EventKind.PROJECT_MEETING: OccasionKind.MEETING,
    EventKind.STAKEHOLDER_MEETING: OccasionKind.MEETING,
    EventKind.TRAINING: OccasionKind.TRAINING,
}


@dataclass(frozen=True)
class Noted:
    """What came of noting: new records, and those who were there and wait for a category."""

    records: Sequence[Participation]
    without_category: Sequence[Registration]


@transaction.atomic
def hold_event(*, event: Event, by: User) -> Noted:
    """Say that it took place: it gets its card among the occasions, and whoever was seen there is noted."""
    stop_on(holding_problems(starts_at=event.starts_at, now=timezone.now()))
    occasion = event.occasion or _card(event, by)
    steps.step(event, EventState.HELD, by, occasion=occasion)
    return note_attended(event=event, by=by)


def _card(event: Event, by: User) -> Occasion:
    return create_occasion(
        project=event.project, by=by, held_on=event.held_on, partner=event.partner,
        ends_on=event.ends_on if event.ends_on > event.held_on else None,
        kind=OCCASIONS.get(EventKind(event.kind), OccasionKind.EVENT), title=str(event)[:300], country=event.country,
        place=event.venue, mode=Mode.VIRTUAL if event.mode == EventMode.VIRTUAL else Mode.ON_SITE,
    )  # fmt: skip


def attended(event: Event) -> RegistrationQuerySet:
    """Who was seen, at the event or at one of its sessions."""
    seen = Attendance.objects.counted().filter(registration=OuterRef("pk"))
    return Registration.objects.filter(Exists(seen), event=event)


@transaction.atomic
def note_attended(*, event: Event, by: User) -> Noted:
    """Note as participations who was there, those known before too: noting somebody twice changes nothing.

    Raises ProblemsFound.
    """
    if event.occasion is None:
        raise ProblemsFound([Problem("not_held", _("Mark the event as held first."))])
    # Asked for twice at once, guests would get two records each in the network.
    Event.objects.select_for_update().get(pk=event.pk)
    guests = list(attended(event).select_related("event__partner", "event__project", "category", "person"))
    ready = [guest for guest in guests if guest.category or event.category]
    if ready:
        match_guests(ready)
    attendees = [_attendee(guest, event) for guest in ready if guest.person_id]
    records = note_participations(
        occasion=event.occasion, attendees=[each for each in attendees if each], partner=event.partner, by=by
    )  # fmt: skip
    prove_signed(event=event, by=by)
    audit.record("dissemination.event.noted", target=event, by=by, records=len(records))
    return Noted(records, [guest for guest in guests if guest not in ready])


def _attendee(guest: Registration, event: Event) -> Attendee | None:
    """Under the guest's own category, else the event's; an enterprise counts by whoever came for it."""
    category: Category = guest.category or event.category  # type: ignore[assignment]
    subject = guest.person if category.unit == Unit.PERSON else guest.organisation
    if subject is None:
        return None
    return Attendee(
        subject, category, held_on=event.held_on, function=guest.function, organisation=guest.organisation,
        country=guest.country, mode=guest.mode,
    )  # fmt: skip
