"""What a multiplier event may claim: unit costs per head, where a call has them (calls 2014 to 2021)."""

from dissemination.rules.unit_costs.amounts import Claim, EventAmount, claim_of, event_amount, shares_of_a_cap
from dissemination.rules.unit_costs.heads import EventFacts, Head, Place, Reason, Verdict, verdicts
from dissemination.rules.unit_costs.rates import Rates

__all__ = [
    "Claim",
    "EventAmount",
    "EventFacts",
    "Head",
    "Place",
    "Rates",
    "Reason",
    "Verdict",
    "claim_of",
    "event_amount",
    "shares_of_a_cap",
    "verdicts",
]
