"""Whole responses that programs send: the same rules, the same storing, the same counting as on the pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core.idempotency import hold, reused
from core.problems import Problem, ProblemsFound, stop_on
from impact_study.enums import QuestionType
from impact_study.models import Response
from impact_study.rules.answers import settle
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import entering_problem, old_version
from impact_study.services import linking
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses import (
    Finished,
    finish_response,
    is_screened_out,
    submission_hash,
    withdrawal_code,
    withdrawal_hash,
)


def take_response(
    *, entrance: Entrance, mark: str, version: int, language: str, answers: Mapping[str, Any], at: datetime,
    missing: Mapping[str, str] | None = None, code: str = "",
) -> Finished:  # fmt: skip
    """Store a response that is right as a whole, once for its mark.

    Raises ProblemsFound with everything that is wrong, and KeyRefused when the mark was another response's.
    """
    problems = [problem for problem in (entering_problem(entrance.door, at=at),) if problem]
    if version != entrance.wave.version_id:
        problems.append(old_version())
    if language not in entrance.languages:
        problems.append(Problem("unknown_language", _("The questionnaire is not in this language."), field="language"))
    if problems:
        raise ProblemsFound(problems)
    survey = entrance.survey(language)
    stop_on(_file_problems(survey, answers))
    course = Course(
        channel=entrance.channel.pk, version=version, mark=mark, answers=dict(answers), missing=dict(missing or {})
    )
    if entrance.asks_code:
        course.pseudonym = linking.by_code(entrance.study, code)
    if is_screened_out(survey.definition, course.answers):
        return _finish_once(entrance, survey, course, at=at, screened_out=True)
    settled = settle(survey.definition, course.answers, course.missing, today=entrance.day(at), texts=survey.texts.base)
    if settled.problems:
        # A program is told of everything, also of what a page would only have left out.
        raise ProblemsFound(settled.problems)
    course.answers = settled.answers
    return _finish_once(entrance, survey, course, at=at)


def _file_problems(survey: CompiledSurvey, answers: Mapping[str, Any]) -> list[Problem]:
    asked = [question.code for question in survey.definition.questions if question.type == QuestionType.FILE]
    message = _("Files are sent on the pages of the survey only.")
    return [Problem("no_files", message, field=code) for code in asked if code in answers]


@transaction.atomic
def _finish_once(
    entrance: Entrance, survey: CompiledSurvey, course: Course, *, at: datetime, screened_out: bool = False
) -> Finished:
    """The withdrawal code is made from the mark: two responses with the same one came under the same key."""
    hold(f"survey response {course.mark}")
    code = withdrawal_code(entrance.study.secret, course.mark)
    known = Response.objects.filter(withdrawal_hash=withdrawal_hash(entrance.study.secret, code), wave=entrance.wave)
    if known.exclude(submission_hash=submission_hash(entrance, entrance.wave, course)).exists():
        raise reused()
    finished = finish_response(entrance=entrance, survey=survey, course=course, at=at, screened_out=screened_out)
    if finished.differs:
        raise reused()
    return finished
