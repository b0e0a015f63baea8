"""What is wrong with a condition or a calculation, before anybody answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.logic.kinds import ANY, SIGNATURES, TRUTH, kind_of
from impact_study.rules.logic.operators import OPERATORS
from impact_study.rules.logic.patterns import BadPatternError, compiled
from impact_study.rules.logic.trees import calls, references

if TYPE_CHECKING:
    from impact_study.rules.definition import Definition

UNITS = ("days", "months", "years")
MOST_PARTS = 500


def logic_problems(
    tree: object,
    definition: Definition,
    *,
    field: str,
    asked_before: Collection[str],
    wants_truth: bool = True,
) -> list[Problem]:
    """Everything that is wrong with one tree; `asked_before` are the questions it may refer to."""
    if tree is None:
        return []
    problems = [
        *_too_large(tree, field),
        *_reference_problems(tree, definition, field, asked_before),
        *(problem for call in calls(tree) for problem in _call_problems(call, definition, field)),
    ]
    if wants_truth and kind_of(tree, definition) not in (TRUTH, ANY):
        problems.append(Problem("type_mismatch", _("A condition must come to yes or no."), field=field))
    return problems


def _too_large(tree: object, field: str) -> Iterator[Problem]:
    if sum(len(call) for call in calls(tree)) > MOST_PARTS:
        yield Problem("too_large", _("This condition has too many parts."), field=field, remedy=_("Divide it."))


def _reference_problems(
    tree: object, definition: Definition, field: str, asked_before: Collection[str]
) -> Iterator[Problem]:
    for code in references(tree):
        if code not in definition.by_code:
            yield Problem(
                "unknown_reference",
                _("There is no question “%(code)s”.") % {"code": code},
                field=field,
                remedy=_("Choose a question of this questionnaire, or take the condition away."),
            )
        elif code not in asked_before:
            yield Problem(
                "forward_reference",
                _("The question “%(code)s” is asked only later.") % {"code": code},
                field=field,
                remedy=_("Move it before this item."),
            )


def _call_problems(call: Sequence[Any], definition: Definition, field: str) -> Iterator[Problem]:
    name, parts = call[0], list(call[1:])
    if name == "q":
        if len(parts) != 1 or not isinstance(parts[0], str):
            yield Problem("wrong_count", _("“q” takes the code of one question."), field=field)
        return
    if name not in SIGNATURES:
        yield Problem("unknown_operator", _("There is no operator “%(name)s”.") % {"name": name}, field=field)
        return
    if not _count_fits(name, len(parts)):
        message = _("“%(name)s” does not take %(count)d parts.") % {"name": name, "count": len(parts)}
        yield Problem("wrong_count", message, field=field)
        return
    yield from _kind_problems(name, parts, definition, field)
    yield from _choice_problems(name, parts, definition, field)
    if name in ("matches", "date_diff"):
        yield from _literal_problems(name, parts, field)


def _count_fits(name: str, count: int) -> bool:
    if name == "today":
        return count == 0
    operator = OPERATORS[name]
    return operator.least <= count and (operator.most is None or count <= operator.most)


def _kind_problems(name: str, parts: list[object], definition: Definition, field: str) -> Iterator[Problem]:
    signature = SIGNATURES[name]
    kinds = [kind_of(part, definition) for part in parts]
    for place, kind in enumerate(kinds):
        fits = signature.takes[min(place, len(signature.takes) - 1)]
        if kind != ANY and kind not in fits:
            message = _("“%(name)s” cannot work with this: part %(place)d is of the wrong kind (%(kind)s).")
            words = {"name": name, "place": place + 1, "kind": kind}
            yield Problem("type_mismatch", message % words, field=field)
            return
    if signature.alike and len({kind for kind in kinds if kind != ANY}) > 1:
        message = _("“%(name)s” compares things of different kinds (%(kinds)s).")
        yield Problem("type_mismatch", message % {"name": name, "kinds": ", ".join(kinds)}, field=field)


def _choice_problems(name: str, parts: list[object], definition: Definition, field: str) -> Iterator[Problem]:
    """A choice that is compared with must be one of the question's; a reason such as "does not apply" is none."""
    if name not in ("=", "!=", "selected", "in"):
        return
    for question, other in ((parts[0], parts[1]), (parts[1], parts[0])):
        codes = references(question) if isinstance(question, (list, tuple)) and question[:1] in (["q"], ("q",)) else ()
        asked = definition.by_code.get(codes[0]) if codes else None
        if asked is None or not asked.choices or asked.choices not in definition.lists:
            continue
        known = {choice.code for choice in definition.choices_of(asked) if choice.missing is None}
        for code in _literals(other):
            if code not in known:
                message = _("The question “%(question)s” has no choice “%(choice)s” with a value.")
                words = {"question": asked.code, "choice": code}
                yield Problem("unknown_choice", message % words, field=field)


def _literals(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, (list, tuple)) and part[:1] in (["list"], ("list",)):
        return [one for one in part[1:] if isinstance(one, str)]
    return []


def _literal_problems(name: str, parts: list[object], field: str) -> Iterator[Problem]:
    if name == "date_diff" and len(parts) == 3 and parts[2] not in UNITS:
        yield Problem("wrong_unit", _("A difference of dates is counted in days, months or years."), field=field)
    if name == "matches":
        try:
            compiled(parts[1] if isinstance(parts[1], str) else "(")
        except BadPatternError:
            yield Problem(
                "bad_pattern",
                _("This pattern cannot be used: it must be written out, and may hold only letters, classes, groups, "
                  "“|” and the counts ? * + {2,5}."),
                field=field,
            )  # fmt: skip
