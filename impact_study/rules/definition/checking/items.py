"""Whether each question has what its type needs."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import Missing, QuestionType, Required
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Page, Question
from impact_study.rules.logic.trees import references

SEVERAL = {QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE}
CHOOSING = {QuestionType.SINGLE, QuestionType.MATRIX_SINGLE, QuestionType.RANKING, *SEVERAL}


def item_problems(definition: Definition) -> list[Problem]:
    pages = [problem for page in definition.pages for problem in _page(page)]
    questions = [problem for question in definition.questions for problem in _question(definition, question)]
    return [*pages, *questions, *_hard_required(definition)]


def _page(page: Page) -> Iterator[Problem]:
    if not page.items:
        yield Problem(
            "empty_page", _("This page asks nothing."), field=page.code, remedy=_("Add a question or delete it.")
        )


def _question(definition: Definition, question: Question) -> Iterator[Problem]:
    yield from _choices(definition, question)
    yield from _numbers(question)
    if question.is_computed != (question.calculation is not None):
        message = _("A computed question has a calculation, and only a computed one.")
        yield Problem("calculation", message, field=question.code)
    if question.is_computed and question.required != Required.NONE:
        yield Problem("computed_required", _("Nobody can be asked for a computed answer."), field=question.code)
    if question.type == QuestionType.LINKAGE_CODE and question.required == Required.HARD:
        message = _("The code is asked for before the first page; here it cannot be made a must.")
        yield Problem("code_required", message, field=question.code)


def _choices(definition: Definition, question: Question) -> Iterator[Problem]:
    choices = definition.choices_of(question)
    if question.choices and question.choices not in definition.lists:
        message = _("There is no list of choices “%(code)s”.") % {"code": question.choices}
        yield Problem("unknown_list", message, field=question.code, remedy=_("Choose a list of this questionnaire."))
        return
    if question.type in CHOOSING and not question.choices:
        yield Problem("no_list", _("This question has no list of choices."), field=question.code)
        return
    if question.type in SEVERAL and all(choice.stands_alone for choice in choices):
        yield Problem("all_exclusive", _("No two of these choices can go together."), field=question.code)
    if question.other and "other" not in {choice.code for choice in choices}:
        message = _("Words beside “other” need a choice with the code “other”.")
        yield Problem("no_other", message, field=question.code)
    if question.personal and choices and Missing.PREFER_NOT_TO_SAY not in {choice.missing for choice in choices}:
        message = _("A personal question should offer “prefer not to say”.")
        yield Problem("no_way_out", message, field=question.code, warning=True)


def _numbers(question: Question) -> Iterator[Problem]:
    if question.low is not None and question.high is not None and question.low > question.high:
        message = _("The least value is above the greatest.")
        yield Problem("bounds", message, field=question.code)


def _hard_required(definition: Definition) -> Iterator[Problem]:
    """Only consent, and what decides the way, must be answered."""
    conditions = [page.relevant for page in definition.pages]
    conditions += [item.relevant for page in definition.pages for item in page.items]
    conditions += [question.relevant for question in definition.questions]
    deciding = {code for condition in conditions for code in references(condition)}
    for question in definition.questions:
        needed = question.code in deciding or question.type in (QuestionType.CONSENT, QuestionType.LINKAGE_CODE)
        if question.required == Required.HARD and not needed:
            message = _(
                "Nobody should be held up here: only consent and questions that decide the way must be answered."
            )
            yield Problem("hard_required", message, field=question.code, warning=True)
