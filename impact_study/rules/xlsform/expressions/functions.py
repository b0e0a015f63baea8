"""The functions that an expression may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from impact_study.rules.logic.patterns import BadPatternError, compiled
from impact_study.rules.logic.trees import Tree
from impact_study.rules.xlsform.expressions.questions import Known, asked_of, fitted
from impact_study.rules.xlsform.expressions.tokens import NotTranslatedError


def sure(tree: Tree) -> Tree:
    """What is not known counts as false."""
    return ("coalesce", tree, False)


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
