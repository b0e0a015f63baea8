"""What happens to a placement's record: opinions, review by both sides, publishing and taking down."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from network.forms.experience_reviews import OpinionForm, ReviewForm
from network.guards import in_project
from network.models import Experience, Opinion
from network.services.experience_reviews import ask_for_review, publish_experience, review_experience, take_down
from network.services.experiences import give_opinion
from network.views.experiences import form_page


@in_project("network.change_experience", Experience)
def opinion_give(request: SignedInRequest, experience: Experience) -> HttpResponse:
    voice = request.POST.get("voice") or request.GET.get("voice", "")
    known = Opinion.objects.filter(experience=experience, voice=voice).first()
    form = OpinionForm(request.POST or None, instance=known, initial={"voice": voice} if voice else None)
    if request.method == "POST" and form.is_valid():
        give_opinion(experience=experience, facts=form.cleaned_data, by=request.user)
        messages.success(request, _("The opinion is noted."))
        return redirect(experience)
    return form_page(request, form, _("Note an opinion"), experience=experience)


@in_project("network.review_experience", Experience)
def experience_review(request: SignedInRequest, experience: Experience) -> HttpResponse:
    form = ReviewForm(request.POST or None, initial={"version": experience.version})
    if request.method == "POST" and form.is_valid():
        try:
            review_experience(experience=experience, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            messages.success(request, _("The review is noted."))
            return redirect(experience)
    heading = _("Review version %(number)d") % {"number": experience.version}
    return form_page(request, form, heading, experience=experience)


def _step(request: SignedInRequest, experience: Experience, service: Callable[..., None], told: str) -> HttpResponse:
    try:
        service(experience=experience, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, told)
    return redirect(experience)


@require_POST
@in_project("network.change_experience", Experience)
def experience_ask_review(request: SignedInRequest, experience: Experience) -> HttpResponse:
    return _step(request, experience, ask_for_review, _("Provider and host can review it now."))


@require_POST
@in_project("network.publish_experience", Experience)
def experience_publish(request: SignedInRequest, experience: Experience) -> HttpResponse:
    return _step(request, experience, publish_experience, _("The story is public."))


@require_POST
@in_project("network.publish_experience", Experience)
def experience_take_down(request: SignedInRequest, experience: Experience) -> HttpResponse:
    return _step(request, experience, take_down, _("The story is no longer public."))
