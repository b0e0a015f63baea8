"""Who of a later wave is who of the first, where respondents make their own codes: the same audience and partner only.

Once a snapshot, so that every figure of it rests on the same pairs; how many were found in which way goes with it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from impact_study.enums import Linkage, WaveKind
from impact_study.models import Response, Study, StudySnapshot
from impact_study.rules.self_codes import Coded, match
from impact_study.services.minima import minimum_of
from network.enums import RespondentGroup

ORDER = (WaveKind.PRE, WaveKind.RETRO_PRE, WaveKind.POST, WaveKind.FOLLOW_UP, WaveKind.YEARLY)

type Person = tuple[str, int, UUID]
"""Group, partner and the row of the code: a code of two partners is two people."""


@dataclass
class Matched:
    """Whose earlier code a later one stands for, and the figures of each later wave."""

    earlier: dict[Person, Person] = field(default_factory=dict)
    figures: list[dict[str, Any]] = field(default_factory=list)

    def name(self, person: Person) -> bytes:
        group, partner, participant = self.earlier.get(person, person)
        return f"{group}:{partner}:".encode() + participant.bytes


def matched_people(study: Study) -> Matched | None:
    """None where codes are not made by respondents."""
    if study.linkage != Linkage.SELF_CODE:
        return None
    found = Matched()
    for group, waves in _coded(study).items():
        kinds = [kind for kind in ORDER if kind in waves]
        for kind in kinds[1:]:
            matching = match(waves[kinds[0]], waves[kind])
            found.earlier |= {later: first for later, first in matching.pairs.items() if later != first}  # type: ignore[misc]
            told = matching.told(least=minimum_of(study))
            found.figures.append({"group": group, "wave": str(kind), "first": str(kinds[0]), **told})
    return found


def matching_rows(snapshot: StudySnapshot) -> list[dict[str, Any]]:
    """What a snapshot tells of its matching, for people."""
    figures = ("exact", "tolerant", "ambiguous", "unmatched", "duplicates")
    return [
        {
            "group": RespondentGroup(row["group"]).label, "wave": WaveKind(row["wave"]).label,
            "numbers": [row[name] for name in figures],
        }
        for row in snapshot.codebook.get("matching", ())
    ]  # fmt: skip


def _coded(study: Study) -> dict[str, dict[str, list[Coded]]]:
    """Complete responses with a code, the earlier before the later, by group and wave."""
    rows = Response.objects.complete().filter(study=study, participant__isnull=False).order_by("day", "pk")
    columns = ("wave__group", "wave__kind", "partner_id", "participant_id", "participant__pseudonym")
    found: dict[str, dict[str, list[Coded]]] = defaultdict(lambda: defaultdict(list))
    for group, kind, partner, participant, code in rows.values_list(*columns).iterator():
        found[group][kind].append(Coded((group, partner, participant), code, place=partner))
    return found
