"""From heads to euros: what an event calculates, what the project may be paid, what lies above the caps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from dissemination.rules.unit_costs.heads import Place, Verdict
from dissemination.rules.unit_costs.rates import Rates

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class EventAmount:
    """What one event calculates, in euros, rounded once."""

    on_site: Decimal
    virtual: Decimal
    local_heads: int = 0
    international_heads: int = 0
    virtual_heads: int = 0

    @property
    def calculated(self) -> Decimal:
        return self.on_site + self.virtual


@dataclass(frozen=True)
class Claim:
    """Over all events of a project: calculated may exceed the caps, payable never does."""

    on_site: Decimal
    virtual: Decimal
    virtual_payable: Decimal
    payable: Decimal
    awarded: Decimal | None

    @property
    def calculated(self) -> Decimal:
        return self.on_site + self.virtual

    @property
    def excess(self) -> Decimal:
        return self.calculated - self.payable


def event_amount(found: Iterable[Verdict]) -> EventAmount:
    """Heads times rates, rounded to cents half up once for the event."""
    payable = [verdict for verdict in found if verdict.is_payable]
    by_place = {place: [verdict.amount for verdict in payable if verdict.place == place] for place in Place}
    virtual = sum(by_place[Place.VIRTUAL], NOTHING)
    total = (sum((verdict.amount for verdict in payable), NOTHING)).quantize(CENT, ROUND_HALF_UP)
    virtual = virtual.quantize(CENT, ROUND_HALF_UP)
    return EventAmount(total - virtual, virtual, *(len(by_place[place]) for place in Place))


def claim_of(events: Iterable[EventAmount], rates: Rates, *, awarded: Decimal | None = None) -> Claim:
    """Payable = the smaller of the project's cap and on site + the smaller of virtual and its own cap."""
    amounts = list(events)
    on_site = sum((event.on_site for event in amounts), NOTHING)
    virtual = sum((event.virtual for event in amounts), NOTHING)
    virtual_payable = _within(virtual, rates.virtual_cap)
    return Claim(on_site, virtual, virtual_payable, _within(on_site + virtual_payable, rates.project_cap), awarded)


def shares_of_a_cap(calculated: Mapping[int, Decimal], payable: Decimal) -> dict[int, Decimal]:
    """The payable sum over partners in proportion to what each calculated.

    Shares are cut to cents; the cents left over go one by one to those who lost most by the cutting, the lower key
    first among equals, so that the shares always add up to the sum.
    """
    whole = sum(calculated.values(), NOTHING)
    if not whole:
        return dict.fromkeys(calculated, NOTHING)
    exact = {key: amount * payable / whole for key, amount in calculated.items()}
    shares = {key: share.quantize(CENT, ROUND_DOWN) for key, share in exact.items()}
    cents_left = int((payable - sum(shares.values(), NOTHING)) / CENT)
    losers = sorted(shares, key=lambda key: (shares[key] - exact[key], key))
    for key in losers[:cents_left]:
        shares[key] += CENT
    return shares


def _within(amount: Decimal, cap: Decimal | None) -> Decimal:
    return amount if cap is None else min(amount, cap)
