"""What a pattern is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DIGITS = ((48, 57),)
WORD = ((48, 57), (65, 90), (95, 95), (97, 122))
BLANKS = ((9, 13), (32, 32))
type Ranges = tuple[tuple[int, int], ...]


class BadPatternError(ValueError):
    """A pattern outside the part we know."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter of the text: inside the ranges, or outside them."""

    ranges: Ranges
    outside: bool = False

    def fits(self, letter: int) -> bool:
        return any(low <= letter <= high for low, high in self.ranges) != self.outside


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a pattern: a sequence, a choice, or a repetition of its parts."""

    kind: Literal["sequence", "choice", "repeat"]
    parts: tuple[Node | Sign, ...]
    low: int = 1
    high: int | None = 1


type Step = tuple[Literal["sign"], Sign] | tuple[Literal["jump"], tuple[int, ...]] | tuple[Literal["end"], None]
