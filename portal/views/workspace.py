"""The workspace home: what needs me now."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone

from core.guards import signed_in
from core.pages import page
from core.requests import SignedInRequest
from core.todos import todos_of
from portal.services.visits import last_visit
from portal.services.workspace import desks, first_steps, news

SOON = timedelta(days=7)


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    """Tasks with their days, where the quotas stand, what colleagues did, and what to do first."""
    user, now = request.user, timezone.now()
    today = timezone.localdate(now)
    found = desks(user=user, on=today)
    if len(found) == 1:
        request.project = found[0].project
    since = last_visit(user=user, at=now)
    todos = todos_of(user)
    new = [desk for desk in found if not desk.reached]
    context = {
        "todos": todos,
        "soon": today + SOON,
        "today": today,
        "pressing": sum(1 for todo in todos if todo.due and todo.due <= today + SOON),
        "desks": found,
        "reached": sum(desk.reached for desk in found),
        "target": sum(desk.target for desk in found),
        "unproved": sum(desk.reached - desk.evidenced for desk in found),
        "news": news(user=user, found=found, since=since),
        "since": since,
        "steps": first_steps(user=user, project=new[0].project) if new else [],
        "new_project": new[0].project if new else None,
    }
    return page(request, "portal/workspace.html", context)
