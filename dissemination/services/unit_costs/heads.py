"""The heads of an event, read from the participations noted for it: nothing is counted in a second place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dissemination.enums import EventState
from dissemination.models import Event, GrantedResult
from dissemination.rules.unit_costs import EventFacts, Head
from network.enums import EvidenceKind, Mode, ParticipationState, PartnerRole
from network.models import Affiliation, Evidence, Organisation, Participation, Partner

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


def facts_of(event: Event) -> EventFacts:
    granted = GrantedResult.objects.filter(output__in=event.results.all()).exists()
    return EventFacts(country=event.country, is_held=event.state in HELD, has_granted_result=granted)


def listed_heads(event: Event) -> list[ListedHead]:
    """Everybody noted for the event, in the order of the records; six statements whatever their number."""
    if event.occasion_id is None:
        return []
    records = list(
        Participation.objects.filter(occasion=event.occasion_id, person__isnull=False)
        .exclude(state=ParticipationState.REJECTED)
        .select_related("person", "organisation_then", "partner__organisation")
        .order_by("held_on", "pk")
    )
    own = own_organisations(event)
    proofs = _proofs(records)
    insiders = _insiders(event, records, own)
    return [ListedHead(record, _head(record, own, proofs, insiders)) for record in records]


def own_organisations(event: Event) -> set[int]:
    """Coordinator and partners of that day, and associated partners that host the event; with all below them."""
    partners = Partner.objects.in_project(event.project).present(event.held_on)
    hosts = {event.partner_id, *event.co_organisers.values_list("pk", flat=True)}
    own = {
        partner.organisation_id
        for partner in partners
        if partner.role != PartnerRole.ASSOCIATED or partner.pk in hosts
    }  # fmt: skip
    below = own
    while below:
        below = set(Organisation.objects.filter(parent__in=below).values_list("pk", flat=True)) - own
        own = own | below
    return own


def _proofs(records: Iterable[Participation]) -> dict[int, set[str]]:
    sound = Evidence.objects.sound().filter(proofs__participation__in=list(records))
    kinds: dict[int, set[str]] = {}
    for record, kind in sound.values_list("proofs__participation", "kind"):
        kinds.setdefault(record, set()).add(kind)
    return kinds


def _insiders(event: Event, records: Iterable[Participation], own: set[int]) -> set[int]:
    """People who belonged to an own organisation on the day, whatever they wrote on the list."""
    people = {record.person_id for record in records}
    affiliations = Affiliation.objects.on(event.held_on).filter(person__in=people, organisation__in=own)
    return set(affiliations.values_list("person", flat=True))


def _head(record: Participation, own: set[int], proofs: dict[int, set[str]], insiders: set[int]) -> Head:
    sender = record.organisation_then
    is_own = sender is not None and sender.pk in own
    mode = Mode(record.mode)
    return Head(
        key=f"person-{record.person_id}",
        is_proven=record.signed is not False and bool(proofs.get(record.pk, set()) & set(PROVES[mode])),
        is_virtual=mode == Mode.VIRTUAL,
        sender=str(sender or ""),
        country=record.country_then if sender else "",
        is_own=is_own,
        calls_self_private=not is_own and record.person_id in insiders,
    )
