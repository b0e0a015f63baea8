"""The rows of a merge that follow a rule of their own: participations, consents, pairs still to decide."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from network.enums import Unit
from network.models import Consent, Participation, Person, PossibleDuplicate
from network.rules.merging import standing
from network.services.journal import Journal


def merge_participations(journal: Journal, *, unit: Unit, survivor: int, other: int) -> None:
    """Where both have a record of the same taking part, the one further on remains, with the evidence of both."""
    of_survivor = {_taking_part(row): row for row in Participation.objects.filter(**{unit: survivor})}
    for row in Participation.objects.filter(**{unit: other}):
        twin = of_survivor.get(_taking_part(row))
        if twin is None:
            continue
        kept, gone = sorted((twin, row), key=lambda one: (standing(one.state), one.created_at, one.pk))
        if gone.signed and not kept.signed:
            journal.change(kept, signed=True)
        journal.absorb(gone, kept)


def _taking_part(row: Participation) -> tuple[Any, ...]:
    return row.occasion_id, row.category_id, row.partner_id, row.held_on


def merge_consents(journal: Journal, survivor: Person, other: Person) -> None:
    """The stricter wins: what one of the two took back, the one person has taken back."""
    now = timezone.now()
    both = {survivor.pk: _by_purpose(survivor), other.pk: _by_purpose(other)}
    for key in both[survivor.pk].keys() | both[other.pk].keys():
        ours, theirs = both[survivor.pk].get(key, []), both[other.pk].get(key, [])
        in_force = [consent for consent in ours + theirs if consent.withdrawn_at is None]
        taken_back = any(rows and all(row.withdrawn_at for row in rows) for rows in (ours, theirs))
        keep = None if taken_back else max(in_force, key=lambda consent: consent.given_at, default=None)
        for consent in in_force:
            if consent is not keep:
                journal.change(consent, withdrawn_at=now)
    for consents in both[other.pk].values():
        for consent in consents:
            journal.change(consent, person_id=survivor.pk)


def _by_purpose(person: Person) -> dict[tuple[int, str], list[Consent]]:
    found: dict[tuple[int, str], list[Consent]] = {}
    for consent in Consent.objects.filter(person=person):
        found.setdefault((consent.project_id, consent.purpose), []).append(consent)
    return found


def merge_pairs(journal: Journal, *, unit: Unit, survivor: int, other: int, by: User) -> None:
    """The pair itself is settled; other pairs of the record that goes are now pairs of the survivor."""
    first, second = ("first", "second") if unit == Unit.PERSON else ("first_organisation", "second_organisation")
    settled = {"settled_at": timezone.now(), "settled_by_id": by.pk, "are_same": True}
    pairs = PossibleDuplicate.objects.open().filter(Q(**{first: other}) | Q(**{second: other}))
    for pair in pairs:
        rest = ({getattr(pair, f"{first}_id"), getattr(pair, f"{second}_id")} - {other}).pop()
        low, high = sorted((rest, survivor))
        known = PossibleDuplicate.objects.filter(project=pair.project_id, **{first: low, second: high})
        if rest == survivor or known.exists():
            journal.change(pair, **settled)
        else:
            journal.change(pair, **{f"{first}_id": low, f"{second}_id": high})
