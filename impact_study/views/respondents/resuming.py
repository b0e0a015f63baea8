"""Stopping half-way and going on later."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.limits import CODES, failures_limited
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import entering_problem, old_version
from impact_study.services import drafts
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.views.respondents.pages import refusal, respondents, step_page, survey_of, words_of
from impact_study.views.respondents.waiting import RESPONSES, asked_later


def keep_for_later(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, *, now: datetime
) -> HttpResponse:
    """Keep the answers; the code that finds them again is shown this once."""
    if wait := RESPONSES.spend(request):
        return asked_later(request, entrance, survey, course, wait)
    code = "" if entrance.is_personal else drafts.new_resume_code()
    drafts.keep(course, key=course.draft if entrance.is_personal else drafts.resume_key(code),
                language=survey.language, at=now)  # fmt: skip
    context = {"entrance": entrance, "resume_code": code, **words_of(request, entrance)}
    return render(request, "impact_study/respond/later.html", context)


def show(request: HttpRequest, entrance: Entrance, course: Course) -> HttpResponse:
    survey = survey_of(entrance, course.version)
    if course.page not in survey.pages:
        return refusal(request, entrance, old_version())
    return step_page(request, entrance, survey, course, note=_welcome_back())


def _welcome_back() -> str:
    return f'<p class="notice ok" role="status">{_("Welcome back. Your answers so far are here.")}</p>'


@respondents
@failures_limited(CODES)
def survey_resume(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """Go on with answers that were kept, by the code that was shown then."""
    now = timezone.now()
    if problem := entering_problem(entrance.door, at=now):
        return refusal(request, entrance, problem)
    code = request.POST.get("resume", "")
    if code:
        course = drafts.kept_course(drafts.resume_key(code), channel=entrance.channel.pk, at=now)
        if course is not None:
            return show(request, entrance, course)
    context = {"entrance": entrance, "is_unknown": bool(code), "language": translation.get_language()}
    context |= words_of(request, entrance)
    return render(request, "impact_study/respond/resume.html", context, status=422 if code else 200)
