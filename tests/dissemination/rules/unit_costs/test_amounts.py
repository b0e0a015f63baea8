from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dissemination.rules.unit_costs import (
    Claim,
    EventAmount,
    EventFacts,
    Head,
    Rates,
    claim_of,
    event_amount,
    shares_of_a_cap,
    verdicts,
)

RATES = Rates(local=Decimal(100), international=Decimal(200), project_cap=Decimal(30_000))
IN_PORTUGAL = EventFacts(country="PT", is_held=True, has_granted_result=True)
euros = st.integers(0, 10_000_000).map(lambda cents: Decimal(cents) / 100)


def heads(number, first=0, **facts):
    return [Head(**{"key": str(first + n), "sender": "Invented", "country": "PT", **facts}) for n in range(number)]


def amount(*groups):
    return event_amount(verdicts(IN_PORTUGAL, [head for group in groups for head in group], RATES))


def test_the_worked_example_of_an_event_in_portugal():
    own, local, foreign = heads(14, is_own=True), heads(43, 100), heads(5, 200, country="ES")

    event = amount(own, local, foreign)

    assert event == EventAmount(Decimal(5300), Decimal(0), local_heads=43, international_heads=5)
    earlier = EventAmount(Decimal(27_000), Decimal(0))
    assert claim_of([earlier, event], RATES).payable - Decimal(27_000) == Decimal(3000)
    unsigned = amount(own, local[6:], heads(6, 300, is_proven=False), foreign)
    assert event.calculated - unsigned.calculated == Decimal(600)


def test_virtual_heads_have_a_cap_of_their_own_below_that_of_the_project():
    rates = Rates(
        local=Decimal(100), international=Decimal(200), project_cap=Decimal(30_000), virtual_percent=Decimal(15),
        virtual_cap=Decimal(5000),
    )  # fmt: skip
    events = [EventAmount(Decimal(24_000), Decimal(6000)), EventAmount(Decimal(2000), Decimal(0))]

    claim = claim_of(events, rates, awarded=Decimal(25_000))

    assert claim == Claim(Decimal(26_000), Decimal(6000), Decimal(5000), Decimal(30_000), Decimal(25_000))
    assert (claim.calculated, claim.excess) == (Decimal(32_000), Decimal(2000))


def test_an_event_is_rounded_once_and_half_up():
    rates = Rates(local=Decimal("0.333"), international=Decimal("0.667"))
    found = verdicts(IN_PORTUGAL, heads(5), rates)

    assert event_amount(found).calculated == Decimal("1.67")


def test_a_call_without_a_cap_pays_what_was_calculated():
    rates = Rates(local=Decimal(100), international=Decimal(200))

    assert claim_of([EventAmount(Decimal(99_000), Decimal(0))], rates).excess == Decimal(0)


@given(calculated=st.dictionaries(st.integers(1, 30), euros, min_size=1), payable=euros)
def test_shares_of_a_cap_add_up_and_nobody_is_more_than_a_cent_off(calculated, payable):
    whole = sum(calculated.values())
    payable = min(payable, whole)

    shares = shares_of_a_cap(calculated, payable)

    assert sum(shares.values()) == payable
    assert all(
        abs(shares[key] - amount * payable / whole) < Decimal("0.011") for key, amount in calculated.items() if whole
    )
