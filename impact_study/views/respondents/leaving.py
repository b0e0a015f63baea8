"""Taking answers back, and asking for no more mails."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.limits import CODES, failures_limited
from impact_study.rules.doors import no_link
from impact_study.services.entrances import Entrance
from impact_study.services.invitations import invitation_of, unsubscribe
from impact_study.services.responses import withdraw_response
from impact_study.views.respondents.pages import refusal, respondents, words_of


@respondents
@failures_limited(CODES)
def survey_withdraw(request: HttpRequest, entrance: Entrance) -> HttpResponse:
    """By the code of the last page, or of the card; possible until the study is closed."""
    code = request.POST.get("code", "").strip()
    number = withdraw_response(entrance=entrance, code=code) if code else 0
    context = {
        **words_of(request, entrance),
        "entrance": entrance,
        "number": number,
        "is_unknown": bool(code) and not number,
        "is_too_late": not entrance.study.secret,
    }
    status = 422 if context["is_unknown"] else 200
    return render(request, "impact_study/respond/withdraw.html", context, status=status)


@respondents
def survey_unsubscribe(request: HttpRequest, entrance: Entrance, token: str) -> HttpResponse:
    """No more mails about this survey; asked for by a button, because programs open links in mails."""
    invitation = invitation_of(entrance.channel, token)
    if invitation is None:
        return refusal(request, entrance, no_link())
    if request.method == "POST":
        unsubscribe(invitation)
    context = {"entrance": entrance, "is_done": request.method == "POST", **words_of(request, entrance)}
    return render(request, "impact_study/respond/unsubscribe.html", context)
