"""Who came without a ticket: typed on the page at the door, or kept by its device while there was no connection."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.check_in import WalkInForm
from dissemination.models import Event
from dissemination.rules.walk_ins import read_walk_ins
from dissemination.services import check_in as door
from dissemination.services.telling_door import Told, told
from dissemination.views.check_in import LEVELS, PERMISSION
from dissemination.views.events import event_trail
from network.guards import in_project

AT_ONCE = 50


@in_project(PERMISSION, Event)
def check_in_walk_in(request: SignedInRequest, event: Event) -> HttpResponse:
    form = WalkInForm(request.POST or None, event=event)
    if request.method == "POST" and form.is_valid():
        try:
            taken = door.walk_in(event=event, guest=form.guest(), key=form.cleaned_data["key"], by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            answer = told(taken, event)
            messages.add_message(request, LEVELS[answer.tone], answer.text)
            return redirect("dissemination:check_in", event.project.code, event.pk)
    context = {"form": form, "event": event, "trail": event_trail(event, (_("Walk-in"), ""))}
    return render(request, "dissemination/check_in_walk_in.html", context, status=422 if form.errors else 200)


@require_POST
@in_project(PERMISSION, Event)
def check_in_walk_ins(request: SignedInRequest, event: Event) -> JsonResponse:
    """The same ones again get the same answer; who cannot be taken in right now gets none and is sent again."""
    try:
        sent = json.loads(request.body)["walk_ins"][:AT_ONCE]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"error": _("This message cannot be read.")}, status=400)
    people, unread = read_walk_ins(sent, country=event.country, language=(get_language() or "en")[:2])
    answers = [Told(nonce, "unread", "bad", _("Somebody without a name cannot be taken in.")) for nonce in unread]
    for each in people:
        try:
            taken = door.walk_in(event=event, guest=each.guest, key=each.nonce, by=request.user, seen_at=each.seen_at)
        except ProblemsFound:
            continue
        answer = told(taken, event)
        answers.append(Told(each.nonce, answer.outcome, answer.tone, answer.text))
    return JsonResponse({"results": [answer.as_dict() for answer in answers]})
