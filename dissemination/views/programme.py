"""The programme of an event."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.problems import ProblemsFound
from core.requests import SignedInRequest
from dissemination.forms.events.session import SessionForm
from dissemination.models import Event, Session
from dissemination.rules.events import on_clocks
from dissemination.services.programme import remove_session, set_session
from dissemination.services.showing import SessionShown
from dissemination.views.events import event_tabs, event_trail
from network.guards import in_project


@in_project("dissemination.view_event", Event)
def programme(request: SignedInRequest, event: Event) -> HttpResponse:
    context = {
        "event": event,
        "tabs": event_tabs(request, event, "programme"),
        "programme": [SessionShown(session, event) for session in event.sessions.prefetch_related("speakers")],
        "may_write": request.user.has_perm("dissemination.change_event", event),
        "trail": event_trail(event, (_("Programme"), "")),
    }
    return render(request, "dissemination/programme.html", context)


@in_project("dissemination.change_event", Event)
def session_add(request: SignedInRequest, event: Event) -> HttpResponse:
    last = event.sessions.order_by("-ends_at").first()
    start = (last.ends_at if last else event.starts_at).astimezone(event.zone).replace(tzinfo=None)
    return _form(request, event, None, {"starts_at": start})


@in_project("dissemination.change_event", Session)
def session_edit(request: SignedInRequest, session: Session) -> HttpResponse:
    event = session.event
    lines = ["; ".join(filter(None, (who.name, who.function, who.organisation))) for who in session.speakers.all()]
    initial = {
        "title": session.title, "description": session.description, "room": session.room,
        "starts_at": session.starts_at.astimezone(event.zone).replace(tzinfo=None),
        "ends_at": session.ends_at.astimezone(event.zone).replace(tzinfo=None), "speakers": "\n".join(lines),
    }  # fmt: skip
    return _form(request, event, session, initial)


@require_POST
@in_project("dissemination.change_event", Session)
def session_remove(request: SignedInRequest, session: Session) -> HttpResponse:
    event = session.event
    remove_session(session=session, by=request.user)
    return redirect("dissemination:programme", event.project.code, event.pk)


def _form(request: SignedInRequest, event: Event, session: Session | None, initial: dict[str, Any]) -> HttpResponse:
    form = SessionForm(request.POST or None, initial=initial, event=event, session=session)
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        typed |= {name: on_clocks(typed[name], event.time_zone) for name in ("starts_at", "ends_at")}
        try:
            set_session(event=event, session=session, by=request.user, **typed)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            return redirect("dissemination:programme", event.project.code, event.pk)
    title = _("Change the session") if session else _("New session")
    context = {
        "form": form,
        "event": event,
        "session": session,
        "title": title,
        "trail": event_trail(event, (title, "")),
    }
    return render(request, "dissemination/session_form.html", context, status=422 if form.errors else 200)
