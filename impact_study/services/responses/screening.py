"""Who does not go on to the end."""

from __future__ import annotations

from collections.abc import Mapping

from impact_study.enums import QuestionType, Required
from impact_study.rules.definition import Definition, Question

SCREENING = "screen"


def is_screened_out(definition: Definition, answers: Mapping[str, object]) -> bool:
    """Somebody who does not agree to take part, or whom a screening question leaves out."""
    return any(_screens(question, answers.get(question.code)) for question in definition.questions)


def _screens(question: Question, answer: object) -> bool:
    if question.type == QuestionType.CONSENT:
        return question.required == Required.HARD and answer is False
    return question.scale_role == SCREENING and answer is True
