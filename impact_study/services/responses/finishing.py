"""The end of a response: settled once more as a whole, and stored once however often it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError

from core.problems import ProblemsFound
from impact_study.enums import Missing, ResponseState
from impact_study.models import Response
from impact_study.rules.answers import Settled, settle
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import code_used
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses.marks import is_linked, submission_hash, withdrawal_code, withdrawal_hash
from impact_study.services.responses.rows import rows_of
from impact_study.services.responses.storing import store
from impact_study.services.sent_files import owner_of, remove_unanswered


@dataclass
class Finished:
    """What the last page tells; `code` takes the answers back. `differs`: stored is what was sent first, not this."""

    code: str
    state: ResponseState
    again: bool = False
    differs: bool = False


def finish_response(
    *, entrance: Entrance, survey: CompiledSurvey, course: Course, at: datetime, screened_out: bool = False
) -> Finished:
    """Store the response, once however often it is sent. Raises ProblemsFound when it cannot be taken."""
    today = entrance.day(at)
    settled = Settled() if screened_out else settled_answers(survey, course, today)
    wrong = [problem for problem in settled.problems if not problem.warning]
    if wrong:
        raise ProblemsFound(wrong)
    state = ResponseState.SCREENED_OUT if screened_out else ResponseState.COMPLETE
    code = withdrawal_code(entrance.study.secret, course.mark)
    rows = rows_of(entrance, survey, course, settled, state, code=code, at=at)
    try:
        store(entrance, survey, course, rows)
    except IntegrityError:
        known = Response.objects.filter(submission_hash=submission_hash(entrance, entrance.wave, course)).first()
        if known is None:
            raise
        remove_unanswered(owner_of(course))
        if is_linked(entrance, course) and known.withdrawal_hash != withdrawal_hash(entrance.study.secret, code):
            raise ProblemsFound([code_used()]) from None
        return Finished(code, ResponseState(known.state), again=True, differs=_differs(known, rows[0]))
    return Finished(code, state)


def _differs(known: Response, sent: Response) -> bool:
    """Of what was taken back nothing is left to compare."""
    names = ("state", "language", "answers", "missing")
    return known.state != ResponseState.WITHDRAWN and any(getattr(known, at) != getattr(sent, at) for at in names)


def settled_answers(survey: CompiledSurvey, course: Course, today: date) -> Settled:
    """The last word, by the whole questionnaire; where nothing depends on anything, what pages brought is settled."""
    codes = survey.question_codes
    if survey.is_plain:
        answers = {code: course.answers[code] for code in codes if code in course.answers}
        missing = {code: Missing(course.missing.get(code, Missing.NO_ANSWER)) for code in codes if code not in answers}
        if not survey.needed & missing.keys():
            others = {name: words for name, words in course.answers.items() if name.endswith("__other")}
            return Settled({**answers, **others}, missing)
    settled = settle(survey.definition, course.answers, course.missing, today=today, texts=survey.texts.base)
    for code, reason in settled.missing.items():
        if reason == Missing.NO_ANSWER and course.missing.get(code) == Missing.PREFER_NOT_TO_SAY:
            settled.missing[code] = Missing.PREFER_NOT_TO_SAY
    return settled
