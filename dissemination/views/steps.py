"""The steps of an event from state to state, each on a page that says what will happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from core.pages import tell
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.models import Event
from dissemination.services import steps
from dissemination.services.holding import Noted, hold_event, note_attended
from dissemination.views.events import event_trail
from network.forms.reasons import ReasonForm
from network.guards import in_project

Change = Callable[..., Event]


@require_POST
@in_project("dissemination.publish_event", Event)
def event_publish(request: SignedInRequest, event: Event) -> HttpResponse:
    return _at_once(request, event, steps.publish_event, _("The event is published."))


@require_POST
@in_project("dissemination.close_event", Event)
def event_close(request: SignedInRequest, event: Event) -> HttpResponse:
    return _at_once(request, event, steps.close_event, _("The event is closed."))


@in_project("dissemination.publish_event", Event)
def event_postpone(request: SignedInRequest, event: Event) -> HttpResponse:
    words = {
        "title": gettext_lazy("Postpone the event"),
        "what": gettext_lazy("Everybody who registered keeps the registration and gets a mail with this reason."),
    }
    return _with_reason(request, event, steps.postpone_event, words)


@in_project("dissemination.publish_event", Event)
def event_cancel(request: SignedInRequest, event: Event) -> HttpResponse:
    words = {
        "title": gettext_lazy("Cancel the event"),
        "what": gettext_lazy("Everybody who registered gets a mail with this reason. Nothing is deleted."),
    }
    return _with_reason(request, event, steps.cancel_event, words)


@in_project("dissemination.reopen_event", Event)
def event_reopen(request: SignedInRequest, event: Event) -> HttpResponse:
    words = {
        "title": gettext_lazy("Open the event again"),
        "what": gettext_lazy("It can then be changed. The reason stands in the log."),
    }
    return _with_reason(request, event, steps.reopen_event, words)


@require_POST
@in_project("dissemination.hold_event", Event)
def event_hold(request: SignedInRequest, event: Event) -> HttpResponse:
    return _noted(request, event, hold_event)


@require_POST
@in_project("dissemination.hold_event", Event)
def event_note(request: SignedInRequest, event: Event) -> HttpResponse:
    """Note those who were seen since: the list that came back, a late scan."""
    return _noted(request, event, note_attended)


def _at_once(request: SignedInRequest, event: Event, change: Change, done: str) -> HttpResponse:
    try:
        change(event=event, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
    else:
        messages.success(request, done)
    return redirect(event)


def _with_reason(request: SignedInRequest, event: Event, change: Change, words: dict[str, Any]) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change(event=event, by=request.user, **form.cleaned_data)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect(event)
    context = {"form": form, "event": event, "trail": event_trail(event, (words["title"], "")), **words}
    return render(request, "dissemination/event_step.html", context, status=422 if form.errors else 200)


def _noted(request: SignedInRequest, event: Event, note: Callable[..., Noted]) -> HttpResponse:
    try:
        noted = note(event=event, by=request.user)
    except ProblemsFound as found:
        tell(request, found)
        return redirect(event)
    count = len(noted.records)
    messages.success(request, ngettext("%(count)d new record.", "%(count)d new records.", count) % {"count": count})
    if missing := len(noted.without_category):
        words = ngettext(
            "%(count)d guest has no category yet and is not counted.",
            "%(count)d guests have no category yet and are not counted.",
            missing,
        )
        messages.warning(request, words % {"count": missing})
    return redirect(event)
