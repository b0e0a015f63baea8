"""Whether every item can be shown to somebody. Tried out with the answers that matter, where those can be listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations, product
from math import prod

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import QuestionType
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Choice, Question, questions_of
from impact_study.rules.logic.evaluating import evaluate, truth
from impact_study.rules.logic.trees import Tree, calls, references

MOST_TRIES = 5000
ANY_DAY = date(2026, 1, 1)
NUMBERS = {QuestionType.RATING, QuestionType.NUMBER, QuestionType.INTEGER}
ONE_CHOICE = {QuestionType.SINGLE, QuestionType.MATRIX_SINGLE}
COUNTING = {"+", "-", "*", "/", "min", "max", "today"}
SEVERAL = {QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE}


def reach_problems(definition: Definition) -> list[Problem]:
    """Items whose condition no answers can make true."""
    finder = _Finder(definition, _conditions(definition))
    return [
        Problem(
            "unreachable",
            _("No answers lead here: the condition can never be true."),
            field=code,
            remedy=_("Change the condition, or delete the item."),
        )
        for code, conditions in _places(definition)
        if conditions and not finder.can_hold(conditions)
    ]


def _places(definition: Definition) -> Iterator[tuple[str, tuple[Tree, ...]]]:
    """Every page, item and row with its own condition, and all conditions it stands under."""
    for page in definition.pages:
        if page.relevant is not None:
            yield page.code, (page.relevant,)
        for item in page.items:
            outer = (page.relevant, item.relevant)
            if item.relevant is not None:
                yield item.code, _given(outer)
            for row in questions_of(item):
                if row is not item and row.relevant is not None:
                    yield row.code, _given((*outer, row.relevant))


def _given(conditions: tuple[Tree, ...]) -> tuple[Tree, ...]:
    return tuple(condition for condition in conditions if condition is not None)


def _conditions(definition: Definition) -> dict[str, tuple[Tree, ...]]:
    """All conditions that each question stands under."""
    return {
        question.code: _given((page.relevant, item.relevant, None if question is item else question.relevant))
        for page in definition.pages
        for item in page.items
        for question in questions_of(item)
    }


@dataclass(frozen=True)
class _Finder:
    definition: Definition
    conditions: dict[str, tuple[Tree, ...]]

    def can_hold(self, wanted: tuple[Tree, ...]) -> bool:
        """Whether some answers make all conditions true; yes, where that cannot be tried out."""
        questions = self.needed(wanted)
        trees = [*wanted, *chain.from_iterable(self.trees(question) for question in questions)]
        offers = [self.offer(question, trees) for question in questions]
        known = [offer for offer in offers if offer is not None]
        counts = any(call[0] in COUNTING for tree in trees for call in calls(tree))
        if counts or len(known) < len(offers) or prod(map(len, known)) > MOST_TRIES:
            return True
        return any(self.holds(wanted, questions, answers) for answers in product(*known))

    def needed(self, wanted: tuple[Tree, ...]) -> list[Question]:
        """The questions that decide, and those that decide about them, in the order they are asked."""
        found: set[str] = set()
        waiting = [code for tree in wanted for code in references(tree)]
        while waiting:
            code = waiting.pop()
            if code not in found:
                found.add(code)
                waiting += [one for tree in self.trees(self.definition.question(code)) for one in references(tree)]
        return [question for question in self.definition.questions if question.code in found]

    def trees(self, question: Question) -> tuple[Tree, ...]:
        constraint = () if question.constraint is None else (question.constraint,)
        return (*self.conditions[question.code], *_given((question.calculation,)), *constraint)

    def holds(self, wanted: tuple[Tree, ...], questions: list[Question], answers: tuple[object, ...]) -> bool:
        values: dict[str, object] = {}
        for question, answer in zip(questions, answers, strict=True):
            if all(truth(tree, values, ANY_DAY) is True for tree in self.conditions[question.code]):
                value = evaluate(question.calculation, values, ANY_DAY) if question.is_computed else answer
                with_it = {**values, question.code: value}
                if truth(question.constraint, with_it, ANY_DAY) is not False:
                    values = with_it
        return all(truth(tree, values, ANY_DAY) is True for tree in wanted)

    def offer(self, question: Question, trees: list[Tree]) -> list[object] | None:
        """The answers worth trying: every choice, or numbers on both sides of each limit; None for free text."""
        choices = [choice for choice in self.definition.choices_of(question) if choice.missing is None]
        codes = [choice.code for choice in choices]
        if question.is_computed:
            return [None]
        if question.type in ONE_CHOICE:
            return [None, *codes]
        if question.type in SEVERAL:
            return [None, *map(list, _sets(choices))] if len(codes) <= 8 else None
        if question.type == QuestionType.CONSENT:
            return [None, True, False]
        return [None, *_numbers(question, trees)] if question.type in NUMBERS else None


def _sets(choices: list[Choice]) -> Iterator[tuple[str, ...]]:
    """What can be ticked together."""
    yield from ((choice.code,) for choice in choices)
    together = [choice.code for choice in choices if not choice.exclusive]
    yield from chain.from_iterable(combinations(together, size) for size in range(2, len(together) + 1))


def _numbers(question: Question, trees: list[Tree]) -> list[float]:
    limits = {part for tree in trees for call in calls(tree) for part in call if _is_number(part)}
    limits |= {limit for limit in (question.low, question.high, 0) if limit is not None}
    near = {float(limit) + step for limit in limits for step in (-1, -0.5, 0, 0.5, 1)}  # type: ignore[arg-type]
    return sorted(
        number
        for number in near
        if (question.low is None or number >= question.low)
        and (question.high is None or number <= question.high)
        and (question.type == QuestionType.NUMBER or number.is_integer())
    )


def _is_number(part: object) -> bool:
    return isinstance(part, (int, float)) and not isinstance(part, bool)
