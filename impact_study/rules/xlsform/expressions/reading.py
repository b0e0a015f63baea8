"""An expression read from left to right, as a tree."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from impact_study.enums import QuestionType
from impact_study.rules.logic.trees import Tree
from impact_study.rules.xlsform.expressions.functions import FUNCTIONS
from impact_study.rules.xlsform.expressions.questions import Known, asked_of, compared
from impact_study.rules.xlsform.expressions.tokens import NotTranslatedError, tokens_of

COMPARING = {"=", "!=", "<", "<=", ">", ">="}
LONGEST = 2000
DEEPEST = 25


def translated(text: str, questions: Mapping[str, Known], own: str = "") -> Tree:
    """The expression as a tree; `own` is the name that `.` stands for. Raises NotTranslatedError."""
    if len(text) > LONGEST:
        raise NotTranslatedError(_("it is too long"))
    reader = _Reader(tokens_of(text), questions, own)
    tree = reader.either()
    if reader.left:
        raise NotTranslatedError(_("“%(part)s” was not expected") % {"part": reader.left[0][1]})
    return tree


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
