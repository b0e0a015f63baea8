"""Whether questions for files can be asked so, and what their author should know."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.problems import Problem
from impact_study.enums import QuestionType, Required
from impact_study.rules.answers.files import MOST_TOGETHER, most_files, most_megabytes
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Page, Question


def file_problems(definition: Definition) -> Iterator[Problem]:
    for page in definition.pages:
        asked = [question for question in page.questions if question.type == QuestionType.FILE]
        yield from _together(page, asked)
        for question in asked:
            yield from _question(question)


def _together(page: Page, asked: list[Question]) -> Iterator[Problem]:
    most = sum(most_files(question) * most_megabytes(question) for question in asked)
    if most > MOST_TOGETHER:
        message = _("The files of one page may come to %(sum)d MB; together they can be %(most)d MB at most.")
        remedy = _("Ask for fewer or smaller files, or on several pages.")
        place = page.code if len(asked) > 1 else asked[0].code
        yield Problem("files_together", message % {"sum": most, "most": MOST_TOGETHER}, field=place, remedy=remedy)


def _question(question: Question) -> Iterator[Problem]:
    message = _(
        "What is in a file, and its name, can tell who sent it, also in an anonymous study. Results and exports tell "
        "only how many files there are; the files themselves are seen by whoever may take answers out."
    )
    remedy = _("Ask for files only if words will not do, and say in the help what should not be in them.")
    yield Problem("files_tell", message, field=question.code, remedy=remedy, warning=True)
    if question.default is not None or question.scale_role or question.calculation is not None:
        message = _("A file cannot be set in advance, computed, or be a part of a scale.")
        yield Problem("file_role", message, field=question.code, remedy=_("Leave that empty."))
    if question.required == Required.HARD:
        message = _("Nobody should have to send a file: not every device can.")
        yield Problem("file_required", message, field=question.code, warning=True)
