"""The steps of a survey: one question or one short page, sent and answered with the next one."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from impact_study.enums import ChannelKind
from impact_study.rules.answers import previous_page
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import broken_page, cleared, entering_problem, no_link, old_version, sending_problem
from impact_study.services import courses, drafts
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.responses import is_sent, submit_page, take_page
from impact_study.services.sent_files import SentPage, drop_others
from impact_study.views.respondents.beginning import begin
from impact_study.views.respondents.ending import finish
from impact_study.views.respondents.files import Uploads, page_sent
from impact_study.views.respondents.looks import chosen
from impact_study.views.respondents.pages import refusal, respondents, step_page, survey_of
from impact_study.views.respondents.resuming import keep_for_later
from impact_study.views.respondents.waiting import asked_later


@respondents
def survey_answer(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """Begin, or take in a page and show the next one."""
    if request.method == "POST" and "_state" in request.POST:
        return _step(request, entrance, {})
    if problem := entering_problem(entrance.door, at=timezone.now()):
        return refusal(request, entrance, problem)
    if entrance.channel.kind == ChannelKind.PROGRAM:
        return refusal(request, entrance, no_link())
    if request.method != "POST" and not (entrance.is_free or entrance.needs_account):
        return redirect("impact_study:survey_start", entrance.channel.slug)
    return begin(request, entrance)


@respondents
def survey_answer_files(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """A page with files: the same step, at an address where the web server in front lets more through."""
    if request.method == "POST" and "_state" in request.POST:
        uploads = cast("Uploads", {name: request.FILES.getlist(name) for name in request.FILES})
        return _step(request, entrance, uploads)
    return redirect("impact_study:survey_answer", entrance.channel.slug)


def _step(request: HttpRequest, entrance: Entrance, uploads: Uploads) -> HttpResponse:
    now = timezone.now()
    longest = courses.LONGEST_SHARED if entrance.is_kiosk else courses.LONGEST
    course = courses.unsealed(request.POST["_state"], at=now, longest=longest)
    if course is None or course.channel != entrance.channel.pk:
        return refusal(request, entrance, broken_page())
    if problem := sending_problem(entrance.door, at=now, opened_at=course.opened_at()):
        return refusal(request, entrance, problem)
    if entrance.is_kiosk and is_sent(entrance, course):
        return refusal(request, entrance, cleared())
    survey = survey_of(entrance, course.version)
    if course.page not in survey.pages:
        return refusal(request, entrance, old_version())
    return _taken(request, entrance, survey, course, uploads, now=now)


def _taken(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, uploads: Uploads, *, now: datetime
) -> HttpResponse:
    """What the page brought is taken in; where that is all right, the next one is shown."""
    page, today = survey.pages[course.page], entrance.day(now)
    sent, wait = page_sent(request, entrance, survey, course, uploads, at=now)
    raw, go = sent.raw, request.POST.get("_go", "next")
    if wait:
        take_page(survey=survey, course=course, raw=raw, today=today)
        return asked_later(request, entrance, survey, course, wait)
    if go in ("back", "language", "save") or chosen(request):
        return _aside(request, entrance, survey, course, sent, go=go, now=now)
    step = submit_page(
        entrance=entrance, survey=survey, course=course, raw=raw, today=today, wrong_files=sent.problems
    )  # fmt: skip
    if page.takes_files:
        drop_others(course, page)
    if step.is_last:
        return finish(request, entrance, survey, course, now=now, screened_out=step.is_screened_out)
    given = raw if step.page == course.page else None
    course.page = step.page
    if entrance.is_personal and given is None:
        drafts.keep(course, key=course.draft, language=survey.language, at=now)
    return step_page(request, entrance, survey, course, given=given, problems=step.problems)


def _aside(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, sent: SentPage, *, go: str,
    now: datetime,
) -> HttpResponse:  # fmt: skip
    """Back, another language or look, or later: what is on the page is taken along as far as it is right."""
    page, today = survey.pages[course.page], entrance.day(now)
    take_page(survey=survey, course=course, raw=sent.raw, today=today)
    if page.takes_files:
        drop_others(course, page)
    if go == "language" or chosen(request) or sent.problems:
        return step_page(request, entrance, survey, course, given=sent.raw, problems=sent.problems)
    if go == "save" and not entrance.is_kiosk:
        return keep_for_later(request, entrance, survey, course, now=now)
    before = previous_page(survey.definition, course.page, course.answers, today)
    course.page = before.code if before else course.page
    return step_page(request, entrance, survey, course)
