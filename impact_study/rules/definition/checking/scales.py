"""Whether a scale's items can be added up."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import QuestionType
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Number, Question, Scale

ONE_CHOICE = {QuestionType.SINGLE, QuestionType.MATRIX_SINGLE}
NUMBERS = {QuestionType.RATING, QuestionType.NUMBER, QuestionType.INTEGER, QuestionType.COMPUTED}


def scale_problems(definition: Definition) -> list[Problem]:
    return [problem for scale in definition.scales for problem in _scale(definition, scale)]


def _scale(definition: Definition, scale: Scale) -> Iterator[Problem]:
    if scale.low >= scale.high:
        yield Problem("bounds", _("The least value of the scale is not below the greatest."), field=scale.code)
    for code in scale.reversed:
        if code not in scale.items:
            message = _("“%(code)s” is reversed and is not an item of the scale.") % {"code": code}
            yield Problem("reversed_outside", message, field=scale.code)
    for code in scale.items:
        question = definition.by_code.get(code)
        if question is None:
            message = _("The scale has an item “%(code)s” that is not asked.") % {"code": code}
            yield Problem("unknown_item", message, field=scale.code, remedy=_("Take it out of the scale."))
        elif not _fits(definition, question, scale):
            message = _("“%(code)s” has no values between %(low)s and %(high)s.")
            yield Problem(
                "item_values", message % {"code": code, "low": scale.low, "high": scale.high}, field=scale.code
            )


def _fits(definition: Definition, question: Question, scale: Scale) -> bool:
    if question.type in NUMBERS:
        return True
    if question.type not in ONE_CHOICE:
        return False
    values: list[Number | None] = [c.value for c in definition.choices_of(question) if c.missing is None]
    return all(value is not None and scale.low <= value <= scale.high for value in values)
