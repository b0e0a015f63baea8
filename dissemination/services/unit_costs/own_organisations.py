"""Whose people earn nothing at a multiplier event: the organisations of the partnership, on the day of each event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import cast

from dissemination.models import Event
from network.enums import PartnerRole
from network.models import Organisation, Partner


def own_organisations(events: Collection[Event]) -> dict[int, set[int]]:
    """For each event: coordinator and partners of that day, and associated partners that host it; with all below."""
    partners = list(Partner.objects.filter(project__in={event.project_id for event in events}))
    hosts = _hosts(events)
    own = {event.pk: _present(partners, event, hosts[event.pk]) for event in events}
    children = _children(set().union(*own.values()))
    return {event: _with_all_below(organisations, children) for event, organisations in own.items()}


def holds_on(day: date, *, first: date | None, last: date | None) -> bool:
    """Whether a day lies in a stretch of time; without an end it is open there."""
    return (first is None or first <= day) and (last is None or day <= last)


def _hosts(events: Collection[Event]) -> dict[int, set[int]]:
    """Organiser and co-organisers of each event."""
    hosts = {event.pk: {event.partner_id} for event in events}
    co_organisers = Event.co_organisers.through.objects.filter(event__in=hosts)
    for event, partner in co_organisers.values_list("event", "partner"):
        hosts[event].add(partner)
    return hosts


def _present(partners: Collection[Partner], event: Event, hosts: set[int]) -> set[int]:
    return {
        partner.organisation_id
        for partner in partners
        if partner.project_id == event.project_id
        and holds_on(event.held_on, first=partner.joined_on, last=partner.left_on)
        and (partner.role != PartnerRole.ASSOCIATED or partner.pk in hosts)
    }


def _children(roots: set[int]) -> Mapping[int, set[int]]:
    """The organisations directly below each, for all below some roots; a statement a level."""
    children: dict[int, set[int]] = defaultdict(set)
    known, level = set(roots), set(roots)
    while level:
        below = list(Organisation.objects.filter(parent__in=level).values_list("parent", "pk"))
        for parent, child in below:
            children[cast("int", parent)].add(child)  # whose parent was asked for has one
        level = {child for _parent, child in below} - known
        known |= level
    return children


def _with_all_below(roots: set[int], children: Mapping[int, set[int]]) -> set[int]:
    own, level = set(roots), set(roots)
    while level:
        level = set().union(*(children.get(parent, set()) for parent in level)) - own
        own |= level
    return own
