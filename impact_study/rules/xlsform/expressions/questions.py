"""Questions that an expression names, and values that are compared with their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from impact_study.enums import QuestionType
from impact_study.rules.logic.trees import Tree
from impact_study.rules.xlsform.expressions.tokens import NotTranslatedError

SEVERAL = {QuestionType.MULTIPLE, QuestionType.RANKING}
NUMBERS = {QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.RATING}


@dataclass(frozen=True)
class Known:
    """A question an expression may name: its code here, its type, and its choices' codes by their names there."""

    code: str
    type: QuestionType | None
    choices: Mapping[str, str] = field(default_factory=dict)


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
