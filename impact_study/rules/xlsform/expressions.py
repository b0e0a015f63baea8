"""A stated part of XLSForm's expressions as our trees.

Read: `${name}` and `.`, numbers and texts, and or = != < <= > >= + - * div, brackets, and the functions selected,
count-selected, not, if, coalesce, string-length, regex, today, date, number, string, min, max, true, false.
In XLSForm an empty answer is an empty text: `!=` is true for it, `=` and the others are false. So `!=` becomes
"missing or different", and a `not(...)` or `if(...)` takes what is not known for false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from impact_study.enums import QuestionType
from impact_study.rules.logic.patterns import BadPatternError, compiled
from impact_study.rules.logic.trees import Tree

TOKENS = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<text>'[^']*'|\"[^\"]*\")|\$\{\s*(?P<name>[^}\s]+)\s*\}"
    r"|(?P<word>[A-Za-z][\w-]*)|(?P<sign>!=|<=|>=|[=<>+*(),.-]))"
)
COMPARING = {"=", "!=", "<", "<=", ">", ">="}
LONGEST, DEEPEST = 2000, 25
SEVERAL = {QuestionType.MULTIPLE, QuestionType.RANKING}
NUMBERS = {QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.RATING}


class NotTranslatedError(ValueError):
    """Why an expression cannot be kept, in words."""


@dataclass(frozen=True)
class Known:
    """A question an expression may name: its code here, its type, and its choices' codes by their names there."""

    code: str
    type: QuestionType | None
    choices: Mapping[str, str] = field(default_factory=dict)


def translated(text: str, questions: Mapping[str, Known], own: str = "") -> Tree:
    """The expression as a tree; `own` is the name that `.` stands for. Raises NotTranslatedError."""
    if len(text) > LONGEST:
        raise NotTranslatedError(_("it is too long"))
    reader = _Reader(_tokens(text), questions, own)
    tree = reader.either()
    if reader.left:
        raise NotTranslatedError(_("“%(part)s” was not expected") % {"part": reader.left[0][1]})
    return tree


def sure(tree: Tree) -> Tree:
    """What is not known counts as false."""
    return ("coalesce", tree, False)


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    text = text.strip()
    while place < len(text):
        token = TOKENS.match(text, place)
        if token is None:
            raise NotTranslatedError(_("“%(part)s” cannot be read") % {"part": text[place : place + 20]})
        kind = token.lastgroup or ""
        found.append((kind, token[kind]))
        place = token.end()
    return found


class _Reader:
    """Reads tokens from left to right; each level of the grammar is one method."""

    def __init__(self, tokens: list[tuple[str, str]], questions: Mapping[str, Known], own: str) -> None:
        self.left, self.questions, self.own, self.depth = tokens, questions, own, 0

    def take(self, *words: str) -> str:
        """The next token, if it is one of these signs or words."""
        if self.left and self.left[0][0] in ("sign", "word") and self.left[0][1] in words:
            return self.left.pop(0)[1]
        return ""

    def must(self, sign: str) -> None:
        if not self.take(sign):
            raise NotTranslatedError(_("a “%(sign)s” is missing") % {"sign": sign})

    def either(self) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotTranslatedError(_("it is nested too deep"))
        arms = [self.both()]
        while self.take("or"):
            arms.append(self.both())
        self.depth -= 1
        return arms[0] if len(arms) == 1 else ("or", *arms)

    def both(self) -> Tree:
        arms = [self.comparison()]
        while self.take("and"):
            arms.append(self.comparison())
        return arms[0] if len(arms) == 1 else ("and", *arms)

    def comparison(self) -> Tree:
        first = self.sum()
        sign = self.take(*COMPARING)
        return compared(sign, first, self.sum(), self.questions) if sign else first

    def sum(self) -> Tree:
        first = self.product()
        while sign := self.take("+", "-"):
            second = self.product()
            days = sign == "-" and self.is_day(first) and self.is_day(second)
            first = ("date_diff", first, second) if days else (sign, first, second)
        return first

    def product(self) -> Tree:
        first = self.single()
        while sign := self.take("*", "div", "mod"):
            if sign == "mod":
                raise NotTranslatedError(_("“mod” is not known here"))
            first = ("*" if sign == "*" else "/", first, self.single())
        return first

    def single(self) -> Tree:
        if self.take("-"):
            inner = self.single()
            return -inner if isinstance(inner, (int, float)) else ("-", inner)
        if self.take("("):
            inner = self.either()
            self.must(")")
            return inner
        if self.take("."):
            return self.question(self.own)
        if not self.left:
            raise NotTranslatedError(_("it ends too early"))
        return self.literal(*self.left.pop(0))

    def literal(self, kind: str, text: str) -> Tree:
        if kind == "number":
            return float(text) if "." in text else int(text)
        if kind == "text":
            return text[1:-1]
        if kind == "name":
            return self.question(text)
        if kind == "word" and self.take("("):
            return self.function(text)
        raise NotTranslatedError(_("“%(part)s” was not expected") % {"part": text})

    def question(self, name: str) -> Tree:
        known = self.questions.get(name)
        if known is None or known.type is None:
            raise NotTranslatedError(_("the question “%(name)s” is not kept") % {"name": name or "."})
        return ("q", known.code)

    def function(self, name: str) -> Tree:
        parts: list[Tree] = []
        while not self.take(")"):
            parts.append(self.either())
            if not self.take(","):
                self.must(")")
                break
        rule = FUNCTIONS.get(name)
        if rule is None or len(parts) not in rule[0]:
            raise NotTranslatedError(_("the function “%(name)s” is not known here") % {"name": name})
        return rule[1](parts, self.questions)

    def is_day(self, tree: Tree) -> bool:
        if not isinstance(tree, tuple):
            return isinstance(tree, str)
        asked = asked_of(tree, self.questions)
        return tree == ("today",) or (asked is not None and asked.type == QuestionType.DATE)


def asked_of(tree: Tree, questions: Mapping[str, Known]) -> Known | None:
    """The question that a tree is nothing but."""
    if not isinstance(tree, tuple) or tree[:1] != ("q",):
        return None
    return next((known for known in questions.values() if known.code == tree[1]), None)


def compared(sign: str, first: Tree, second: Tree, questions: Mapping[str, Known]) -> Tree:
    if "" in (first, second) and sign in ("=", "!="):
        empty: Tree = ("is_missing", second if first == "" else first)
        return empty if sign == "=" else ("not", empty)
    first, second = fitted(first, asked_of(second, questions)), fitted(second, asked_of(first, questions))
    if any(asked and asked.type in SEVERAL for asked in (asked_of(first, questions), asked_of(second, questions))):
        raise NotTranslatedError(_("several choices cannot be compared; use selected()"))
    if sign != "!=":
        return (sign, first, second)
    missing = [("is_missing", part) for part in (first, second) if isinstance(part, tuple)]
    return ("or", *missing, ("!=", first, second))


def fitted(value: Tree, asked: Known | None) -> Tree:
    """A literal in the form of the answers it is compared with: a choice's code here, a number or a text."""
    if asked is None or isinstance(value, (tuple, bool)) or value is None:
        return value
    if asked.choices:
        name = f"{value:g}" if isinstance(value, (int, float)) else value
        if name not in asked.choices:
            message = _("“%(choice)s” is no choice of “%(question)s”")
            raise NotTranslatedError(message % {"choice": name, "question": asked.code})
        return asked.choices[name]
    if asked.type in NUMBERS and isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            raise NotTranslatedError(_("a number is compared with a text")) from None
    text_wanted = asked.type in (QuestionType.TEXT, QuestionType.LONG_TEXT)
    return f"{value:g}" if text_wanted and isinstance(value, (int, float)) else value


type Rule = Callable[[list[Tree], Mapping[str, Known]], Tree]


def _selected(parts: list[Tree], questions: Mapping[str, Known]) -> Tree:
    asked = asked_of(parts[0], questions)
    if asked is None or not isinstance(parts[1], (str, int, float)):
        raise NotTranslatedError(_("selected() takes a question and a choice"))
    return ("selected", parts[0], fitted(parts[1], asked))


def _regex(parts: list[Tree], questions: Mapping[str, Known]) -> Tree:
    try:
        compiled(parts[1] if isinstance(parts[1], str) else "(")
    except BadPatternError:
        raise NotTranslatedError(_("the pattern is outside what is matched here")) from None
    return ("matches", parts[0], parts[1])


def _if(parts: list[Tree], questions: Mapping[str, Known]) -> Tree:
    return ("if", sure(parts[0]), parts[1], parts[2])


def _plain(name: str) -> Rule:
    return lambda parts, questions: (name, *parts)


ANY_COUNT = range(1, 20)
FUNCTIONS: dict[str, tuple[range, Rule]] = {
    "selected": (range(2, 3), _selected),
    "count-selected": (range(1, 2), lambda parts, questions: ("coalesce", ("count_selected", parts[0]), 0)),
    "not": (range(1, 2), lambda parts, questions: ("not", sure(parts[0]))),
    "if": (range(3, 4), _if),
    "coalesce": (range(2, 3), _plain("coalesce")),
    "string-length": (range(1, 2), lambda parts, questions: ("coalesce", ("length", parts[0]), 0)),
    "regex": (range(2, 3), _regex),
    "today": (range(1), _plain("today")),
    "date": (range(1, 2), lambda parts, questions: parts[0]),
    "number": (range(1, 2), lambda parts, questions: parts[0]),
    "string": (range(1, 2), lambda parts, questions: parts[0]),
    "min": (ANY_COUNT, _plain("min")),
    "max": (ANY_COUNT, _plain("max")),
    "true": (range(1), lambda parts, questions: True),
    "false": (range(1), lambda parts, questions: False),
}
