"""The last page: what was sent is stored, and the code that takes it back is shown."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from core.problems import ProblemsFound
from core.remembered import Remembered
from impact_study.enums import ResponseState
from impact_study.rules.compiled import CompiledSurvey
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses import Finished, finish_response
from impact_study.views.respondents.looks import look_of
from impact_study.views.respondents.own import own_result
from impact_study.views.respondents.pages import refusal, step_page, words_of
from impact_study.views.respondents.waiting import RESPONSES, asked_later

CODE, OWN = "\x02code\x03", "\x02own\x03"
_ends: Remembered[str] = Remembered(size=128)


def finish(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, *, now: datetime,
    screened_out: bool,
) -> HttpResponse:  # fmt: skip
    if wait := RESPONSES.spend(request):
        return asked_later(request, entrance, survey, course, wait)
    try:
        finished = finish_response(entrance=entrance, survey=survey, course=course, at=now, screened_out=screened_out)
    except ProblemsFound as found:
        return _not_finished(request, entrance, survey, course, found)
    own = own_result(entrance, survey, course) if finished.state == ResponseState.COMPLETE else ""
    return _end_page(request, entrance, finished, own)


def _end_page(request: HttpRequest, entrance: Entrance, finished: Finished, own: str) -> HttpResponse:
    """The same for everybody but for the code and the own result, and so made once."""
    is_screened_out = finished.state == ResponseState.SCREENED_OUT
    look = look_of(request)
    key = (entrance.channel.slug, translation.get_language(), entrance.stamp, is_screened_out, look)

    def make() -> str:
        context = {
            **words_of(request, entrance),
            "entrance": entrance,
            "finished": {"code": CODE},
            "own": OWN,
            "is_screened_out": is_screened_out,
        }
        return render_to_string("impact_study/respond/end.html", context, request=request)

    return HttpResponse(_ends.get(key, make).replace(CODE, finished.code).replace(OWN, own))


def _not_finished(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, found: ProblemsFound
) -> HttpResponse:
    """Back to the first page where something is wrong; without one, why nothing can be taken."""
    fields = {problem.field for problem in found.problems}
    for page in survey.definition.pages:
        if fields & {question.code for question in page.questions}:
            course.page = page.code
            return step_page(request, entrance, survey, course, problems=found.problems)
    return refusal(request, entrance, found.problems[0])
