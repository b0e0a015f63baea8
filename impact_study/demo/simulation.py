"""Simulated respondents with known effects: what the analysis is to find again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from impact_study.enums import Missing, QuestionType
from impact_study.rules.definition import Definition, Question
from network.enums import RespondentGroup

# Points on the five-step scales by which answers rise from before to after. Directors see no change.
EFFECTS: dict[str, dict[str, float]] = {
    RespondentGroup.STUDENT: {"conf5": 0.6, "agree5": 0.3},
    RespondentGroup.ENTERPRISE: {"agree5": 0.3},
    RespondentGroup.TRAINER: {"conf5": 0.4, "agree5": 0.2},
    RespondentGroup.TEACHER: {"conf5": 0.45, "agree5": 0.25},
    RespondentGroup.DIRECTOR: {"agree5": 0.0},
}
BEFORE = {"conf5": 2.9, "agree5": 3.1}
AFTERWARDS_ONLY = 3.7
SPREAD_OF_PEOPLE, SPREAD_OF_ANSWERS = 0.6, 0.7
LEFT_OPEN, NOT_FOR_ME = 0.02, 0.02
TEXTS = ("Invented answer: more time with one tutor.", "Invented answer: clear tasks from the first day.")


@dataclass
class Respondent:
    """One simulated person: `leaning` is how far their answers lie above the middle, before and after alike."""

    group: str
    country: str
    random: Random
    leaning: float

    def answers(self, definition: Definition, *, after: bool) -> tuple[dict[str, Any], dict[str, Missing]]:
        values: dict[str, Any] = {}
        missing: dict[str, Missing] = {}
        for question in definition.questions:
            if self.random.random() < LEFT_OPEN:
                missing[question.code] = Missing.NO_ANSWER
                continue
            value = self._answer(definition, question, after=after)
            if isinstance(value, Missing):
                missing[question.code] = value
            elif value is not None:
                values[question.code] = value
        return values, missing

    def _answer(self, definition: Definition, question: Question, *, after: bool) -> Any:
        if question.choices in BEFORE:
            return self._on_scale(definition, question, after=after)
        if question.code == "country":
            return self.country.lower()
        kind = question.type
        if kind in (QuestionType.SINGLE, QuestionType.MULTIPLE):
            codes = [choice.code for choice in definition.choices_of(question) if choice.missing is None]
            chosen = self.random.choice(codes)
            return [chosen] if kind == QuestionType.MULTIPLE else chosen
        if kind == QuestionType.RATING:
            return min(10, max(0, round(self.random.gauss(7.5, 1.6))))
        if kind in (QuestionType.INTEGER, QuestionType.NUMBER):
            return self.random.randint(2, 40)
        if kind in (QuestionType.TEXT, QuestionType.LONG_TEXT):
            return self.random.choice(TEXTS)
        return True if kind == QuestionType.CONSENT else None

    def _on_scale(self, definition: Definition, question: Question, *, after: bool) -> Any:
        choices = definition.choices_of(question)
        if self.random.random() < NOT_FOR_ME and any(choice.missing for choice in choices):
            return Missing.NOT_APPLICABLE
        is_asked_twice = question.scale_role in ("item", "outcome")
        middle = BEFORE[question.choices] if is_asked_twice else AFTERWARDS_ONLY
        rise = EFFECTS.get(self.group, {}).get(question.choices, 0.0) if after and is_asked_twice else 0.0
        reversed_codes = {code for scale in definition.scales for code in scale.reversed}
        sign = -1 if question.code in reversed_codes else 1
        drawn = middle + sign * (rise + self.leaning) + self.random.gauss(0, SPREAD_OF_ANSWERS)
        steps = [choice for choice in choices if choice.value is not None]
        return steps[min(len(steps), max(1, round(drawn))) - 1].code


def respondents(group: str, country: str, number: int) -> Iterator[Respondent]:
    """The same people each time."""
    for count in range(number):
        random = Random(f"{group}-{country}-{count}")  # noqa: S311  (simulated, the same each time)
        yield Respondent(group, country, random, random.gauss(0, SPREAD_OF_PEOPLE))
