"""Patterns that are matched in linear time: a small part of regular expressions, run without going back.

Letters, `.`, classes `[a-z]` and `[^a-z]`, `\\d \\w \\s` (plain ASCII), groups, `|`, and `? * + {2} {2,} {2,5}`.
A pattern always covers the whole text; a `^` in front and a `$` behind may stand and change nothing.
The browser's twin is in static/js/survey_logic.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

LONGEST, MOST_STEPS, MOST_REPEATS, DEEPEST = 200, 600, 100, 20
QUANTIFIERS = {"?": (0, 1), "*": (0, None), "+": (1, None)}
DIGITS = ((48, 57),)
WORD = ((48, 57), (65, 90), (95, 95), (97, 122))
BLANKS = ((9, 13), (32, 32))
SETS = {"d": DIGITS, "w": WORD, "s": BLANKS}
ESCAPED = frozenset("\\.^$|?*+()[]{}-/ ")

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


class PatternReader:
    """Reads a pattern from left to right, once."""

    def __init__(self, pattern: str) -> None:
        self.signs = pattern
        self.at = 0

    def peek(self) -> str:
        return self.signs[self.at] if self.at < len(self.signs) else ""

    def take(self) -> str:
        if self.at >= len(self.signs):
            raise BadPatternError
        self.at += 1
        return self.signs[self.at - 1]

    def choice(self, depth: int = 0) -> Node:
        if depth > DEEPEST:
            raise BadPatternError
        arms = [self.sequence(depth)]
        while self.peek() == "|":
            self.take()
            arms.append(self.sequence(depth))
        return arms[0] if len(arms) == 1 else Node("choice", tuple(arms))

    def sequence(self, depth: int) -> Node:
        parts: list[Node | Sign] = []
        while self.peek() and self.peek() not in "|)":
            parts.append(self.repeated(self.atom(depth)))
        return Node("sequence", tuple(parts))

    def repeated(self, atom: Node | Sign) -> Node | Sign:
        sign = self.peek()
        if sign not in ("?", "*", "+", "{"):
            return atom
        self.take()
        low, high = self.counts() if sign == "{" else QUANTIFIERS[sign]
        if self.peek() in ("?", "*", "+", "{"):
            raise BadPatternError
        return Node("repeat", (atom,), low, high)

    def counts(self) -> tuple[int, int | None]:
        inside = ""
        while self.peek() != "}":
            inside += self.take()
        self.take()
        low, comma, high = inside.partition(",")
        numbers = [part for part in (low, high) if part]
        if not low or any(not (part.isascii() and part.isdecimal() and int(part) <= MOST_REPEATS) for part in numbers):
            raise BadPatternError
        most = int(high) if high else None if comma else int(low)
        if most is not None and most < max(int(low), 1):
            raise BadPatternError
        return int(low), most

    def atom(self, depth: int) -> Node | Sign:
        sign = self.take()
        if sign == "(":
            return self.group(depth)
        if sign == "[":
            return self.letters()
        if sign == ".":
            return Sign((), outside=True)
        if sign == "\\":
            return Sign(self.escaped())
        if sign in "?*+{}]^$":
            raise BadPatternError
        return Sign(((ord(sign), ord(sign)),))

    def group(self, depth: int) -> Node:
        if self.peek() == "?":
            if self.signs[self.at : self.at + 2] != "?:":
                raise BadPatternError
            self.at += 2
        inner = self.choice(depth + 1)
        if self.take() != ")" or not inner.parts:
            raise BadPatternError
        return inner

    def escaped(self) -> Ranges:
        sign = self.take()
        if sign in SETS:
            return SETS[sign]
        if sign not in ESCAPED:
            raise BadPatternError
        return ((ord(sign), ord(sign)),)

    def letters(self) -> Sign:
        outside = self.peek() == "^"
        if outside:
            self.take()
        ranges: list[tuple[int, int]] = []
        while self.peek() != "]":
            ranges += self.range()
        self.take()
        if not ranges:
            raise BadPatternError
        return Sign(tuple(ranges), outside)

    def range(self) -> Ranges:
        first = self.letter()
        if self.peek() != "-" or self.signs[self.at + 1 : self.at + 2] in ("]", ""):
            return first
        self.take()
        last = self.letter()
        if len(first) > 1 or len(last) > 1 or first[0][0] != first[0][1] or first[0][0] > last[0][1]:
            raise BadPatternError
        return ((first[0][0], last[0][1]),)

    def letter(self) -> Ranges:
        sign = self.take()
        if sign == "\\":
            return self.escaped()
        if sign == "[":
            raise BadPatternError
        return ((ord(sign), ord(sign)),)


@lru_cache(maxsize=500)
def compiled(pattern: str) -> tuple[Step, ...]:
    """The steps of a pattern; raises BadPatternError."""
    if len(pattern) > LONGEST:
        raise BadPatternError
    bare = pattern.removeprefix("^")
    if bare.endswith("$") and not bare.endswith("\\$"):
        bare = bare.removesuffix("$")
    reader = PatternReader(bare)
    tree = reader.choice()
    if reader.peek():
        raise BadPatternError
    steps: list[Step] = []
    _write(tree, steps)
    return (*steps, ("end", None))


def _write(node: Node | Sign, steps: list[Step]) -> None:
    if len(steps) > MOST_STEPS:
        raise BadPatternError
    if isinstance(node, Sign):
        steps.append(("sign", node))
    elif node.kind == "sequence":
        for part in node.parts:
            _write(part, steps)
    elif node.kind == "choice":
        _write_choice(node, steps)
    else:
        _write_repeat(node, steps)


def _write_choice(node: Node, steps: list[Step]) -> None:
    exits: list[int] = []
    for arm in node.parts[:-1]:
        start = len(steps)
        steps.append(("jump", ()))
        _write(arm, steps)
        exits.append(len(steps))
        steps.append(("jump", ()))
        steps[start] = ("jump", (start + 1, len(steps)))
    _write(node.parts[-1], steps)
    for place in exits:
        steps[place] = ("jump", (len(steps),))


def _write_repeat(node: Node, steps: list[Step]) -> None:
    part = node.parts[0]
    for _ in range(node.low):
        _write(part, steps)
    if node.high is None:
        start = len(steps)
        steps.append(("jump", ()))
        _write(part, steps)
        steps.append(("jump", (start,)))
        steps[start] = ("jump", (start + 1, len(steps)))
        return
    starts: list[int] = []
    for _ in range(node.high - node.low):
        starts.append(len(steps))
        steps.append(("jump", ()))
        _write(part, steps)
    for start in starts:
        steps[start] = ("jump", (start + 1, len(steps)))


def covers(pattern: str, text: str) -> bool:
    """Whether the pattern covers the whole text. Time grows with text × pattern, never faster."""
    steps = compiled(pattern)
    places = _reached(steps, [0])
    for letter in map(ord, text):
        onward = []
        for place in places:
            kind, what = steps[place]
            if kind == "sign" and isinstance(what, Sign) and what.fits(letter):
                onward.append(place + 1)
        if not onward:
            return False
        places = _reached(steps, onward)
    return len(steps) - 1 in places


def _reached(steps: tuple[Step, ...], places: list[int]) -> set[int]:
    """The places one stands at after following every jump; each is visited once."""
    seen: set[int] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        kind, what = steps[place]
        if kind == "jump" and isinstance(what, tuple):
            waiting.extend(what)
    return seen
