"""What changes from one adopted plan to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

type Content = Mapping[str, list[dict[str, Any]]]


class ChangeKind(TextChoices):
    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    REMOVED = "removed", _("Removed")


@dataclass(frozen=True)
class PlanChange:
    """`part` is the list the entry stands in; `fields` holds (name, before, after) of what differs."""

    kind: ChangeKind
    part: str
    entry: Mapping[str, Any]
    fields: tuple[tuple[str, Any, Any], ...] = ()


def plan_changes(before: Content, after: Content) -> list[PlanChange]:
    """Entries added, changed and removed, part by part in the order of the newer plan."""
    found = []
    for part in dict.fromkeys([*after, *before]):
        old = {entry["id"]: entry for entry in before.get(part, [])}
        new = {entry["id"]: entry for entry in after.get(part, [])}
        found += [PlanChange(ChangeKind.ADDED, part, entry) for key, entry in new.items() if key not in old]
        for key in (key for key in new if key in old):
            if fields := _differences(old[key], new[key]):
                found.append(PlanChange(ChangeKind.CHANGED, part, new[key], fields))
        found += [PlanChange(ChangeKind.REMOVED, part, entry) for key, entry in old.items() if key not in new]
    return found


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    names = dict.fromkeys([*new, *old])
    return tuple((name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))
