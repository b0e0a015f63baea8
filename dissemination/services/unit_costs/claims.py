"""The claim of a project: its multiplier events with every head, what they calculate and what may be paid."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dissemination.enums import EventKind
from dissemination.models import Event, MultiplierAward
from dissemination.rules.unit_costs import (
    Claim,
    EventAmount,
    EventFacts,
    Rates,
    Verdict,
    claim_of,
    event_amount,
    shares_of_a_cap,
    verdicts,
)
from dissemination.services.unit_costs.heads import ListedHead, facts_of, listed_heads
from dissemination.services.unit_costs.rates import rates_of
from network.models import Participation, Partner, Project, RuleSet


@dataclass(frozen=True)
class EventClaim:
    """One event: each head with its verdict, in the order of the list."""

    event: Event
    facts: EventFacts
    lines: list[tuple[Participation, Verdict]]
    amount: EventAmount

    @property
    def unpaid(self) -> list[tuple[Participation, Verdict]]:
        """Heads that earn nothing, with why: what a partner can still complete."""
        return [line for line in self.lines if not line[1].is_payable]


@dataclass(frozen=True)
class ProjectClaim:
    rule_set: RuleSet | None
    rates: Rates | None
    events: list[EventClaim]
    claim: Claim | None
    shares: list[tuple[Partner, Decimal, Decimal]]


def multiplier_events(project: Project) -> list[Event]:
    """Multiplier events of a project by day, with what the claim reads of them."""
    rows = Event.objects.in_project(project).filter(kind=EventKind.MULTIPLIER_EVENT).order_by("starts_at", "pk")
    return list(rows.select_related("project", "partner__organisation"))


def claim_for_event(event: Event, rates: Rates) -> EventClaim:
    """Every head of an event, payable or not; events of any state, so that a draft shows what is still missing."""
    return _claims_for([event], rates)[0]


def claim_for_project(project: Project) -> ProjectClaim:
    """All multiplier events together, with the caps and the partners' shares in proportion to what each calculated."""
    rule_set, rates = rates_of(project)
    if rates is None:
        return ProjectClaim(rule_set, None, [], None, [])
    events = _claims_for(multiplier_events(project), rates)
    award = MultiplierAward.objects.filter(project=project).values_list("amount", flat=True).first()
    claim = claim_of((each.amount for each in events), rates, awarded=award)
    return ProjectClaim(rule_set, rates, events, claim, _shares(events, claim))


def _claims_for(events: Collection[Event], rates: Rates) -> list[EventClaim]:
    facts, listed = facts_of(events), listed_heads(events)
    return [_claim_of(event, facts[event.pk], listed.get(event.pk, []), rates) for event in events]


def _claim_of(event: Event, facts: EventFacts, listed: Sequence[ListedHead], rates: Rates) -> EventClaim:
    found = verdicts(facts, [each.head for each in listed], rates)
    lines = [(each.record, verdict) for each, verdict in zip(listed, found, strict=True)]
    return EventClaim(event, facts, lines, event_amount(found))


def _shares(events: list[EventClaim], claim: Claim) -> list[tuple[Partner, Decimal, Decimal]]:
    partners = {each.event.partner_id: each.event.partner for each in events}
    calculated: dict[int, Decimal] = {}
    for each in events:
        calculated[each.event.partner_id] = calculated.get(each.event.partner_id, Decimal(0)) + each.amount.calculated
    shares = shares_of_a_cap(calculated, claim.payable)
    return [(partners[key], calculated[key], shares[key]) for key in calculated]
