"""What changed between two texts and between two sets of figures, to be read by people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Run:
    """Words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True)
class FigureChange:
    name: str
    before: Any
    after: Any


def text_changes(before: str, after: str) -> list[Run]:
    """Word by word, spaces and line ends kept."""
    old, new = _words(before), _words(after)
    runs = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run(Change.SAME, "".join(old[old_from:old_to])))
            continue
        if old_to > old_from:
            runs.append(Run(Change.REMOVED, "".join(old[old_from:old_to])))
        if new_to > new_from:
            runs.append(Run(Change.ADDED, "".join(new[new_from:new_to])))
    return runs


def figure_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[FigureChange]:
    """Only the figures that differ; a figure that is not there is None."""
    names = list(dict.fromkeys([*before, *after]))
    return [
        FigureChange(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    ]


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)
