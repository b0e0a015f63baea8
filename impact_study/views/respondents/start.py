"""The first page of a survey: what it is for, who asks, what happens to answers; and the way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import monotonic
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control

from core.problems import Problem
from core.remembered import Remembered
from impact_study.enums import Anonymity, ChannelKind, CountedStep
from impact_study.models import SurveyInvitation
from impact_study.rules.doors import entering_problem, link_used, no_link
from impact_study.rules.self_codes import ELEMENTS
from impact_study.rules.studies import ANONYMITY_WORDS, words_of_linkage
from impact_study.services.drafts import invitation_key, kept_course
from impact_study.services.entrances import KEPT_SECONDS, Entrance
from impact_study.services.invitations import invitation_of, note_opened
from impact_study.services.responses import place_of
from impact_study.services.steps import note_steps
from impact_study.views.respondents.looks import look_of
from impact_study.views.respondents.pages import expected_seconds, refusal, respondents, words_of

_pages: Remembered[str] = Remembered(size=64)


@respondents
def survey_start(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """Everybody's start page; the same for all who come without a code, and then made once."""
    if problem := entering_problem(entrance.door, at=timezone.now()):
        return refusal(request, entrance, problem)
    if entrance.is_personal or entrance.channel.kind == ChannelKind.PROGRAM:
        return refusal(request, entrance, no_link())
    note_steps(place_of(entrance, translation.get_language() or "", CountedStep.REACHED))
    if request.GET or entrance.needs_account or look_of(request).marks:
        return start_page(request, entrance, typed={"code": request.GET.get("code", "")[:40]})
    key = (entrance.channel.slug, translation.get_language(), entrance.stamp, int(monotonic() / KEPT_SECONDS))
    html = _pages.get(key, lambda: render_to_string(*_start(request, entrance, {}, ()), request=request))
    response = HttpResponse(html)
    if not entrance.is_kiosk:
        patch_cache_control(response, public=True, max_age=0, s_maxage=KEPT_SECONDS)
    return response


@respondents
def survey_invited(request: HttpRequest, entrance: Entrance, token: str) -> HttpResponse:
    """The start page behind a personal link; whoever stopped half-way goes on from there."""
    invitation = invitation_of(entrance.channel, token)
    if invitation is None:
        return refusal(request, entrance, no_link())
    problem = entering_problem(entrance.door, at=timezone.now())
    if problem or invitation.is_done:
        return refusal(request, entrance, problem or link_used())
    _note_first_opening(entrance, invitation)
    draft = kept_course(invitation_key(token), channel=entrance.channel.pk, at=timezone.now())
    return start_page(request, entrance, token=token, has_draft=draft is not None)


def _note_first_opening(entrance: Entrance, invitation: SurveyInvitation) -> None:
    if note_opened(invitation):
        note_steps(place_of(entrance, translation.get_language() or "", CountedStep.REACHED))


def start_page(
    request: HttpRequest, entrance: Entrance, *, typed: Mapping[str, str] | None = None,
    problems: Iterable[Problem] = (), token: str = "", has_draft: bool = False,
) -> HttpResponse:  # fmt: skip
    template, context = _start(request, entrance, typed or {}, problems)
    context |= {"token": token, "has_draft": has_draft}
    return render(request, template, context, status=422 if context["problems"] else 200)


def _start(
    request: HttpRequest, entrance: Entrance, typed: Mapping[str, str], problems: Iterable[Problem]
) -> tuple[str, dict[str, Any]]:
    words = words_of(request, entrance)
    found = list(problems)
    wrong = {problem.field: problem for problem in found}
    context = {
        **words,
        "entrance": entrance,
        "minutes": max(1, round(expected_seconds(entrance, words["survey"]) / 60)),
        "elements": [(name, label, typed.get(name, ""), wrong.get(name)) for name, label in ELEMENTS.items()],
        "code": typed.get("code", ""),
        "code_problem": wrong.get("code"),
        "problems": [{"message": problem.message, "url": f"#{problem.field}"} for problem in found],
        "anonymity_words": ANONYMITY_WORDS[Anonymity(entrance.study.anonymity)],
        "linkage_words": words_of_linkage(entrance.study.design, entrance.study.linkage),
        "is_signed_in": entrance.needs_account and request.user.is_authenticated,
    }
    return "impact_study/respond/start.html", context
