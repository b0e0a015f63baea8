"""A pattern read from left to right, once."""

from __future__ import annotations

from impact_study.rules.logic.patterns.signs import BLANKS, DIGITS, WORD, BadPatternError, Node, Ranges, Sign

MOST_REPEATS = 100
DEEPEST = 20
QUANTIFIERS = {"?": (0, 1), "*": (0, None), "+": (1, None)}
SETS = {"d": DIGITS, "w": WORD, "s": BLANKS}
ESCAPED = frozenset("\\.^$|?*+()[]{}-/ ")


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
