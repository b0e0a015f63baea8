"""The heads of an event, read from the participations noted for it: nothing is counted in a second place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from dissemination.enums import EventState
from dissemination.models import Event
from dissemination.rules.unit_costs import EventFacts, Head
from dissemination.services.unit_costs.own_organisations import holds_on, own_organisations
from network.enums import EvidenceKind, Mode, ParticipationState
from network.models import Affiliation, Evidence, Participation

HELD = (EventState.HELD, EventState.CLOSED)
# What proves that somebody was there, by how they took part.
PROVES = {
    Mode.ON_SITE: (EvidenceKind.SIGNED_LIST,),
    Mode.VIRTUAL: (EvidenceKind.DECLARATION,),
}  # fmt: skip


@dataclass(frozen=True)
class ListedHead:
    """A head as the rule sees it, beside the record it was read from."""

    record: Participation
    head: Head


def facts_of(events: Collection[Event]) -> dict[int, EventFacts]:
    granted = Event.results.through.objects.filter(event__in=events, output__granted__isnull=False)
    presents_one = set(granted.values_list("event", flat=True))
    return {
        event.pk: EventFacts(
            country=event.country, is_held=event.state in HELD, has_granted_result=event.pk in presents_one
        )
        for event in events
    }


def listed_heads(events: Collection[Event]) -> dict[int, list[ListedHead]]:
    """Everybody noted for each event, in the order of the records; the same statements for any number of either."""
    held = [event for event in events if event.occasion_id]
    if not held:
        return {}
    records = (
        Participation.objects.filter(occasion__in=[event.occasion_id for event in held], person__isnull=False)
        .exclude(state=ParticipationState.REJECTED)
        .select_related("person", "organisation_then", "partner__organisation")
        .order_by("held_on", "pk")
    )
    own = own_organisations(held)
    proofs = _proofs(records)
    insiders = _insiders(held, records, own)
    by_occasion: dict[int | None, list[Participation]] = defaultdict(list)
    for record in records:
        by_occasion[record.occasion_id].append(record)
    return {
        event.pk: [
            ListedHead(record, _head(record, own[event.pk], proofs.get(record.pk, set()), insiders[event.pk]))
            for record in by_occasion[event.occasion_id]
        ]
        for event in held
    }


def _proofs(records: QuerySet[Participation]) -> dict[int, set[str]]:
    sound = Evidence.objects.sound().filter(proofs__participation__in=records.values("pk"))
    kinds: dict[int, set[str]] = {}
    for record, kind in sound.values_list("proofs__participation", "kind"):
        kinds.setdefault(record, set()).add(kind)
    return kinds


def _insiders(
    events: Collection[Event], records: QuerySet[Participation], own: Mapping[int, set[int]]
) -> dict[int, set[int]]:
    """For each event: people who belonged to an own organisation on the day, whatever they wrote on the list."""
    affiliations = Affiliation.objects.filter(
        person__in=records.values("person"), organisation__in=set().union(*own.values())
    )
    rows = list(affiliations.values_list("person", "organisation", "starts_on", "ends_on"))
    return {
        event.pk: {
            person
            for person, organisation, starts_on, ends_on in rows
            if organisation in own[event.pk] and holds_on(event.held_on, first=starts_on, last=ends_on)
        }
        for event in events
    }


def _head(record: Participation, own: set[int], proofs: set[str], insiders: set[int]) -> Head:
    sender = record.organisation_then
    is_own = sender is not None and sender.pk in own
    mode = Mode(record.mode)
    return Head(
        key=f"person-{record.person_id}",
        is_proven=record.signed is not False and bool(proofs & set(PROVES[mode])),
        is_virtual=mode == Mode.VIRTUAL,
        sender=str(sender or ""),
        country=record.country_then if sender else "",
        is_own=is_own,
        calls_self_private=not is_own and record.person_id in insiders,
    )
