"""The way into the questions: by an open address, a personal link, a code or an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from core.limits import CODES, asked_to_wait, too_many
from core.problems import ProblemsFound
from impact_study.rules.answers import next_page
from impact_study.rules.doors import link_used, no_link
from impact_study.services import drafts, linking
from impact_study.services.courses import Course
from impact_study.services.entrances import Entrance
from impact_study.services.invitations import invitation_of
from impact_study.views.respondents.pages import refusal, step_page, survey_of
from impact_study.views.respondents.resuming import show
from impact_study.views.respondents.start import start_page


def begin(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    course = Course(channel=entrance.channel.pk, version=entrance.wave.version_id)
    token = request.POST.get("token", "")
    if entrance.is_personal:
        invitation = invitation_of(entrance.channel, token)
        if invitation is None or invitation.is_done:
            return refusal(request, entrance, link_used() if invitation else no_link())
        kept = drafts.kept_course(drafts.invitation_key(token), channel=entrance.channel.pk, at=timezone.now())
        if kept is not None:
            return show(request, entrance, kept)
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
