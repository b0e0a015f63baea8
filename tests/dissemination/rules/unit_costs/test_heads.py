from decimal import Decimal

import pytest

from dissemination.rules.unit_costs import EventFacts, Head, Place, Rates, Reason, Verdict, verdicts

RATES = Rates(local=Decimal(100), international=Decimal(200), project_cap=Decimal(30_000))
WITH_VIRTUAL = Rates(local=Decimal(100), international=Decimal(200), virtual_percent=Decimal(15))
IN_PORTUGAL = EventFacts(country="PT", is_held=True, has_granted_result=True)
GOOD = {"key": "1", "sender": "Escola inventada", "country": "PT"}


def verdict(event=IN_PORTUGAL, rates=RATES, **changed):
    (found,) = verdicts(event, [Head(**{**GOOD, **changed})], rates)
    return found.place, found.amount, found.reasons


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, (Place.LOCAL, Decimal(100), ())),
        ({"country": "ES"}, (Place.INTERNATIONAL, Decimal(200), ())),
        ({"is_present": False}, (Place.LOCAL, Decimal(0), (Reason.ABSENT,))),
        ({"is_proven": False}, (Place.LOCAL, Decimal(0), (Reason.NO_SIGNATURE,))),
        ({"sender": "", "country": ""}, (None, Decimal(0), (Reason.NO_ORGANISATION,))),
        ({"country": ""}, (None, Decimal(0), (Reason.NO_COUNTRY,))),
        ({"is_own": True}, (Place.LOCAL, Decimal(0), (Reason.OWN_ORGANISATION,))),
        ({"is_virtual": True}, (Place.VIRTUAL, Decimal(0), (Reason.NO_VIRTUAL_RATE,))),
        (
            {"is_own": True, "is_proven": False},
            (Place.LOCAL, Decimal(0), (Reason.NO_SIGNATURE, Reason.OWN_ORGANISATION)),
        ),
    ],
)
def test_a_head_is_payable_or_says_everything_that_keeps_it_from_being_paid(changed, expected):
    assert verdict(**changed) == expected


@pytest.mark.parametrize("country", ["PT", "ES", "RO"])
def test_a_virtual_head_earns_the_percentage_of_the_local_rate_whatever_its_country(country):
    assert verdict(rates=WITH_VIRTUAL, is_virtual=True, country=country) == (Place.VIRTUAL, Decimal(15), ())


def test_a_virtual_head_is_proven_by_the_declaration_not_by_a_signature():
    assert verdict(rates=WITH_VIRTUAL, is_virtual=True, is_proven=False)[2] == (Reason.NO_DECLARATION,)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (EventFacts(country="PT", is_held=False, has_granted_result=True), Reason.NOT_HELD),
        (EventFacts(country="PT", is_held=True, has_granted_result=False), Reason.NO_RESULT),
    ],
)
def test_an_event_without_its_conditions_pays_nobody(event, reason):
    assert verdict(event=event) == (Place.LOCAL, Decimal(0), (reason,))


def test_a_person_is_paid_once_per_event_and_again_at_another():
    twice = [Head(**GOOD), Head(**GOOD)]
    unsigned_first = verdicts(IN_PORTUGAL, [Head(**GOOD | {"is_proven": False}), Head(**GOOD)], RATES)

    here = verdicts(IN_PORTUGAL, twice, RATES)
    elsewhere = verdicts(EventFacts(country="ES", is_held=True, has_granted_result=True), twice[:1], RATES)

    assert here == [
        Verdict(twice[0], Place.LOCAL, Decimal(100)),
        Verdict(twice[1], Place.LOCAL, Decimal(0), (Reason.DUPLICATE,)),
    ]
    assert [found.amount for found in elsewhere] == [Decimal(200)]
    assert [found.reasons for found in unsigned_first] == [(Reason.NO_SIGNATURE,), ()]


def test_a_partners_teacher_who_signs_as_private_is_flagged_and_not_decided():
    private = Head(**GOOD | {"calls_self_private": True})

    assert [found.is_payable for found in verdicts(IN_PORTUGAL, [private], RATES)] == [True]
