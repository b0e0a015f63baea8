"""Which heads of a multiplier event are payable, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from dissemination.rules.unit_costs.rates import Rates


class Place(TextChoices):
    LOCAL = "local", _("Local")
    INTERNATIONAL = "international", _("International")
    VIRTUAL = "virtual", _("Virtual")


class Reason(TextChoices):
    """Why a head earns nothing, in the order in which it is told."""

    NOT_HELD = "not_held", _("The event has not taken place")
    NO_RESULT = "no_result", _("The event presents no result with a granted budget")
    ABSENT = "absent", _("Was not there")
    DUPLICATE = "duplicate", _("Is on this event's list twice; a person is paid once per event")
    NO_SIGNATURE = "no_signature", _("Nothing proves the attendance: no signature on the list")
    NO_DECLARATION = "no_declaration", _("Not named in the organiser's signed declaration")
    NO_ORGANISATION = "no_organisation", _("The sending organisation is not known")
    OWN_ORGANISATION = "own_organisation", _("Sent by the coordinator, a partner or the hosting associated partner")
    NO_COUNTRY = "no_country", _("The country of the sending organisation is not known")
    NO_VIRTUAL_RATE = "no_virtual_rate", _("The call pays nothing for virtual attendance")


@dataclass(frozen=True, kw_only=True)
class EventFacts:
    """`has_granted_result`: the result it presents has a budget in the grant."""

    country: str
    is_held: bool
    has_granted_result: bool


@dataclass(frozen=True, kw_only=True)
class Head:
    """One line of an event's list. `key` names the person whatever the spelling; sender and country are of that day.

    `is_own`: the sender, or an organisation above it, was in the partnership on the day of the event.
    `calls_self_private`: signed without organisation though known at a partner on that day.
    """

    key: str
    is_present: bool = True
    is_proven: bool = True
    is_virtual: bool = False
    sender: str = ""
    country: str = ""
    is_own: bool = False
    calls_self_private: bool = False


@dataclass(frozen=True)
class Verdict:
    """`amount` is in euros; zero with reasons."""

    head: Head
    place: Place | None
    amount: Decimal
    reasons: tuple[Reason, ...] = ()

    @property
    def is_payable(self) -> bool:
        return not self.reasons


def verdicts(event: EventFacts, heads: Iterable[Head], rates: Rates) -> list[Verdict]:
    """Every head with its amount or with all that keeps it from being paid, in the order of the list.

    Of somebody's several lines the first that is in order is paid: one without a signature takes nothing from it.
    """
    paid: set[str] = set()
    found = []
    for head in heads:
        reasons = tuple(_reasons(event, head, rates, is_repeated=head.key in paid))
        if not reasons:
            paid.add(head.key)
        place = _place(event, head)
        found.append(Verdict(head, place, Decimal(0) if reasons else _rate(place, rates), reasons))
    return found


def _reasons(event: EventFacts, head: Head, rates: Rates, *, is_repeated: bool) -> Iterable[Reason]:
    no_proof = Reason.NO_DECLARATION if head.is_virtual else Reason.NO_SIGNATURE
    checks = (
        (not event.is_held, Reason.NOT_HELD),
        (not event.has_granted_result, Reason.NO_RESULT),
        (not head.is_present, Reason.ABSENT),
        (is_repeated, Reason.DUPLICATE),
        (head.is_present and not head.is_proven, no_proof),
        (not head.sender, Reason.NO_ORGANISATION),
        (head.is_own, Reason.OWN_ORGANISATION),
        (bool(head.sender) and not head.country, Reason.NO_COUNTRY),
        (head.is_virtual and rates.virtual is None, Reason.NO_VIRTUAL_RATE),
    )
    return (reason for holds, reason in checks if holds)


def _place(event: EventFacts, head: Head) -> Place | None:
    """By the country of the sender against that of the event; the organiser's country plays no part."""
    if head.is_virtual:
        return Place.VIRTUAL
    if not head.country:
        return None
    return Place.LOCAL if head.country == event.country else Place.INTERNATIONAL


def _rate(place: Place | None, rates: Rates) -> Decimal:
    euros = {Place.LOCAL: rates.local, Place.INTERNATIONAL: rates.international, Place.VIRTUAL: rates.virtual}
    return (place and euros[place]) or Decimal(0)
