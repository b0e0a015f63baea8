"""Whether every condition refers to what was asked before, to things of its kind, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.rules.answers.checking import value_fault
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Matrix, Question, questions_of
from impact_study.rules.logic.checking import logic_problems
from impact_study.rules.logic.trees import Tree, references


def condition_problems(definition: Definition) -> list[Problem]:
    circles = dict(_circles(definition))
    found = [problem for problem in _all(definition) if not _told_by_circle(problem, circles)]
    return [*(_circle_problem(code, way) for code, way in circles.items()), *found]


def _told_by_circle(problem: Problem, circles: dict[str, list[str]]) -> bool:
    return problem.code == "forward_reference" and problem.field in circles


def _circle_problem(code: str, way: list[str]) -> Problem:
    return Problem(
        "cycle",
        _("These questions wait for each other: %(way)s.") % {"way": " → ".join(way)},
        field=code,
        remedy=_("Take one of the conditions away."),
    )


def _all(definition: Definition) -> Iterator[Problem]:
    before: set[str] = set()

    def check(tree: Tree, field: str, own: str = "", *, truth: bool = True) -> list[Problem]:
        asked = before | {own} if own else before
        return logic_problems(tree, definition, field=field, asked_before=asked, wants_truth=truth)

    for page in definition.pages:
        yield from check(page.relevant, page.code)
        for item in page.items:
            if not isinstance(item, Question):
                yield from check(item.relevant, item.code)
            for question in questions_of(item):
                yield from check(question.relevant, question.code)
                yield from check(question.calculation, question.code, truth=False)
                yield from check(question.constraint, question.code, own=question.code)
                yield from _default(definition, question)
                before.add(question.code)


def _default(definition: Definition, question: Question) -> Iterator[Problem]:
    if question.default is None:
        return
    value = list(question.default) if isinstance(question.default, tuple) else question.default
    if fault := value_fault(definition, question, value):
        message = _("The value set in advance does not fit: %(why)s") % {"why": fault.message}
        yield Problem("default", message, field=question.code)


def _circles(definition: Definition) -> Iterator[tuple[str, list[str]]]:
    """Questions that lie on a circle of conditions, with the way round."""
    needs = _needs(definition)
    for code in needs:
        if way := _way_back(code, needs):
            yield code, way


def _way_back(start: str, needs: dict[str, tuple[str, ...]]) -> list[str]:
    """The shortest way from a question over its conditions back to itself."""
    ways, seen = [[start]], set[str]()
    for way in ways:
        for code in needs.get(way[-1], ()):
            if code == start:
                return [*way, start]
            if code not in seen:
                seen.add(code)
                ways.append([*way, code])
    return []


def _needs(definition: Definition) -> dict[str, tuple[str, ...]]:
    """The questions each question hangs on, through its page and its table too."""
    needs = {}
    for page in definition.pages:
        for item in page.items:
            outer = references(page.relevant) + (references(item.relevant) if isinstance(item, Matrix) else ())
            for question in questions_of(item):
                needs[question.code] = (*outer, *references(question.relevant), *references(question.calculation))
    return needs
