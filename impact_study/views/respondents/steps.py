"""The steps of a survey: one question or one short page, sent and answered with the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.limits import CODES, Limit, asked_to_wait, failures_limited, too_many
from core.problems import ProblemsFound
from core.remembered import Remembered
from impact_study.enums import ChannelKind, ResponseState
from impact_study.rules.answers import next_page, previous_page
from impact_study.rules.compiled import CompiledSurvey
from impact_study.rules.doors import (
    broken_page,
    cleared,
    entering_problem,
    link_used,
    no_link,
    old_version,
    sending_problem,
)
from impact_study.services import courses, drafts, linking
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.invitations import invitation_of
from impact_study.services.responses import Finished, finish_response, is_sent, submit_page, take_page
from impact_study.views.respondents.looks import chosen, look_of
from impact_study.views.respondents.own import own_result
from impact_study.views.respondents.pages import refusal, respondents, step_page, survey_of, words_of
from impact_study.views.respondents.start import start_page

CODE, OWN = "\x02code\x03", "\x02own\x03"
# Steps between write nothing and are not counted: a class of thirty takes hundreds of them in some minutes.
RESPONSES = Limit("responses", 600)
_ends: Remembered[str] = Remembered(size=128)

type Raw = Mapping[str, Sequence[str]]


@respondents
def survey_answer(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """Begin, or take in a page and show the next one."""
    if request.method == "POST" and "_state" in request.POST:
        return _step(request, entrance)
    if problem := entering_problem(entrance.door, at=timezone.now()):
        return refusal(request, entrance, problem)
    if entrance.channel.kind == ChannelKind.PROGRAM:
        return refusal(request, entrance, no_link())
    if request.method != "POST" and not (entrance.is_free or entrance.needs_account):
        return redirect("impact_study:survey_start", entrance.channel.slug)
    return _begin(request, entrance)


def _begin(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    course = Course(channel=entrance.channel.pk, version=entrance.wave.version_id)
    token = request.POST.get("token", "")
    if entrance.is_personal:
        invitation = invitation_of(entrance.channel, token)
        if invitation is None or invitation.is_done:
            return refusal(request, entrance, link_used() if invitation else no_link())
        kept = drafts.kept_course(drafts.invitation_key(token), channel=entrance.channel.pk, at=timezone.now())
        if kept is not None:
            return _show(request, entrance, kept)
        course.invitation, course.draft = invitation.token_hash, drafts.invitation_key(token)
    typed = {name: value for name, value in request.POST.items() if isinstance(value, str)}
    if entrance.asks_code and (wait := CODES.wait(request)):
        stopped = start_page(request, entrance, typed=typed, problems=[too_many(wait, "code")], token=token)
        return asked_to_wait(stopped, wait)
    try:
        course.pseudonym = _pseudonym(request, entrance)
    except ProblemsFound as found:
        if entrance.asks_code:
            CODES.spend(request)
        return start_page(request, entrance, typed=typed, problems=found.problems, token=token)
    if entrance.needs_account and not course.pseudonym:
        return redirect("impact_study:survey_start", entrance.channel.slug)
    survey = survey_of(entrance)
    first = next_page(survey.definition, None, {}, entrance.day(timezone.now())) if not survey.is_plain else None
    course.page = first.code if first else survey.order[0]
    return step_page(request, entrance, survey, course)


def _pseudonym(request: HttpRequest, entrance: Entrance) -> str:
    """By the study's way of linking. Raises ProblemsFound."""
    if entrance.needs_account:
        return linking.by_account(entrance.study, request.user.pk) if request.user.is_authenticated else ""
    if entrance.asks_self_code:
        return linking.by_self_code(entrance.study, {name: str(value) for name, value in request.POST.items()})
    typed = request.POST.get("code", "")
    if entrance.asks_code and (typed.strip() or not entrance.is_personal):
        return linking.by_code(entrance.study, typed)
    return ""


def _step(request: HttpRequest, entrance: Entrance) -> HttpResponse:
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
    raw: Raw = {name: request.POST.getlist(name) for name in request.POST}
    go = request.POST.get("_go", "next")
    if go in ("back", "language", "save") or chosen(request):
        return _aside(request, entrance, survey, course, raw, go=go, now=now)
    step = submit_page(entrance=entrance, survey=survey, course=course, raw=raw, today=entrance.day(now))
    if step.is_last:
        return _finish(request, entrance, survey, course, now=now, screened_out=step.is_screened_out)
    given = raw if step.page == course.page else None
    course.page = step.page
    if entrance.is_personal and given is None:
        drafts.keep(course, key=course.draft, language=survey.language, at=now)
    return step_page(request, entrance, survey, course, given=given, problems=step.problems)


def _aside(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, raw: Raw, *, go: str,
    now: datetime,
) -> HttpResponse:  # fmt: skip
    """Back, another language or look, or later: what is on the page is taken along as far as it is right."""
    today = entrance.day(now)
    take_page(survey=survey, course=course, raw=raw, today=today)
    if go == "language" or chosen(request):
        return step_page(request, entrance, survey, course, given=raw)
    if go == "save" and not entrance.is_kiosk:
        return _later(request, entrance, survey, course, now=now)
    before = previous_page(survey.definition, course.page, course.answers, today)
    course.page = before.code if before else course.page
    return step_page(request, entrance, survey, course)


def _later(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, *, now: datetime
) -> HttpResponse:
    """Keep the answers; the code that finds them again is shown this once."""
    if wait := RESPONSES.spend(request):
        return _wait(request, entrance, survey, course, wait)
    code = "" if entrance.is_personal else drafts.new_resume_code()
    drafts.keep(course, key=course.draft if entrance.is_personal else drafts.resume_key(code),
                language=survey.language, at=now)  # fmt: skip
    context = {"entrance": entrance, "resume_code": code, **words_of(request, entrance)}
    return render(request, "impact_study/respond/later.html", context)


def _finish(
    request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, *, now: datetime,
    screened_out: bool,
) -> HttpResponse:  # fmt: skip
    if wait := RESPONSES.spend(request):
        return _wait(request, entrance, survey, course, wait)
    try:
        finished = finish_response(entrance=entrance, survey=survey, course=course, at=now, screened_out=screened_out)
    except ProblemsFound as found:
        return _not_finished(request, entrance, survey, course, found)
    own = own_result(entrance, survey, course) if finished.state == ResponseState.COMPLETE else ""
    return _end_page(request, entrance, finished, own)


def _wait(request: HttpRequest, entrance: Entrance, survey: CompiledSurvey, course: Course, wait: int) -> HttpResponse:
    """The same page with all that was answered, to be sent once more a little later."""
    note = f'<p class="notice warn" role="alert">{escape(str(too_many(wait).message))}</p>'
    return asked_to_wait(step_page(request, entrance, survey, course, note=note), wait)


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


def _show(request: HttpRequest, entrance: Entrance, course: Course) -> HttpResponse:
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
            return _show(request, entrance, course)
    context = {"entrance": entrance, "is_unknown": bool(code), "language": translation.get_language()}
    context |= words_of(request, entrance)
    return render(request, "impact_study/respond/resume.html", context, status=422 if code else 200)
