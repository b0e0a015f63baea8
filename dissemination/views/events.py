"""The organisers' events: listed, handed out as a sheet, written down, opened, changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.listing import Listing
from core.pages import page
from core.problems import ProblemsFound
from core.requests import SignedInRequest
from core.staleness import differences, is_conflict, renew
from dissemination.enums import EventState
from dissemination.forms.events.event import EventForm
from dissemination.listings.events import EVENT_COLUMNS, EventFilter, event_rows
from dissemination.models import Event
from dissemination.rules.events import publishing_problems
from dissemination.rules.states import steps_from
from dissemination.services.events import change_event, create_event, event_problems
from dissemination.services.showing import Shown
from network.guards import in_project
from network.models import Project


def event_listing(request: SignedInRequest, project: Project) -> tuple[EventFilter, Listing]:
    found = EventFilter(request.GET, queryset=event_rows(project, request.user), project=project)
    return found, Listing(request, found.qs, EVENT_COLUMNS, sort="-starts")


@in_project("dissemination.view_events")
def event_list(request: SignedInRequest, project: Project) -> HttpResponse:
    filters, listing = event_listing(request, project)
    context: dict[str, Any] = {
        "filters": filters,
        "listing": listing,
        "list_url": reverse("dissemination:event_list", args=[project.code]),
        "may_add": request.user.has_perm("dissemination.add_event", project),
        "trail": [(str(project), project.get_absolute_url()), (_("Events"), "")],
    }
    return page(request, "dissemination/event_list.html", context, partial="results")


@in_project("dissemination.view_events")
def event_export(request: SignedInRequest, project: Project, kind: str) -> HttpResponse | StreamingHttpResponse:
    if kind not in ("csv", "xlsx"):
        raise Http404
    _filters, listing = event_listing(request, project)
    return listing.sheet(kind, name=f"{project.code}-{_('events')}")


@in_project("dissemination.add_event")
def event_create(request: SignedInRequest, project: Project) -> HttpResponse:
    form = EventForm(request.POST or None, project=project, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            event = create_event(project=project, plan=form.plan(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
        else:
            tell_warnings(request, event)
            return redirect(event)
    back = reverse("dissemination:event_list", args=[project.code])
    trail = [(str(project), project.get_absolute_url()), (_("Events"), back), (_("New event"), "")]
    context = {"form": form, "trail": trail, "back": back}
    return render(request, "dissemination/event_form.html", context, status=422 if form.errors else 200)


@in_project("dissemination.view_event", Event)
def event_detail(request: SignedInRequest, event: Event) -> HttpResponse:
    """Everything about one event, and the steps it may take next."""
    user = request.user
    context: dict[str, Any] = {
        "event": event,
        "shown": Shown(event),
        "tabs": event_tabs(request, event, "event_detail"),
        "steps": [step for step in steps_from(event.state) if may_step(user, event, step)],
        "has_begun": event.starts_at <= timezone.now(),
        "missing": [
            *publishing_problems(
                title=event.title, mode=event.mode, venue=event.venue, country=event.country,
                online_url=event.online_url, takes_registrations=event.takes_registrations,
            ),
            *event_problems(event),
        ],
        "seats": event.seats.all(),
        "may_write": user.has_perm("dissemination.change_event", event),
        "may_note": event.occasion_id and user.has_perm("dissemination.hold_event", event),
        "trail": event_trail(event),
    }  # fmt: skip
    return render(request, "dissemination/event_detail.html", context)


@in_project("dissemination.change_event", Event)
def event_edit(request: SignedInRequest, event: Event) -> HttpResponse:
    project: Project = request.project
    form = EventForm(request.POST or None, project=project, user=request.user, event=event)
    changed: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            event = change_event(event=event, seen=form.cleaned_data["seen"], plan=form.plan(), by=request.user)
        except ProblemsFound as found:
            form.add_problems(found.problems)
            if is_conflict(found):
                stored = Event.objects.get(pk=event.pk)
                changed = differences(form, EventForm(project=project, user=request.user, event=stored))
                renew(form, seen=stored.changed_at.isoformat())
        else:
            tell_warnings(request, event)
            return redirect(event)
    context = {"form": form, "event": event, "back": event.get_absolute_url(), "differences": changed,
               "trail": event_trail(event, (_("Change"), ""))}  # fmt: skip
    return render(request, "dissemination/event_form.html", context, status=422 if form.errors else 200)


PERMISSIONS = {
    EventState.PUBLISHED: "dissemination.publish_event",
    EventState.POSTPONED: "dissemination.publish_event",
    EventState.CANCELLED: "dissemination.publish_event",
    EventState.HELD: "dissemination.hold_event",
    EventState.CLOSED: "dissemination.close_event",
}


def may_step(user: Any, event: Event, step: EventState) -> bool:
    if event.state == EventState.CLOSED:
        return bool(user.has_perm("dissemination.reopen_event", event))
    return bool(user.has_perm(PERMISSIONS[step], event))


def tell_warnings(request: SignedInRequest, event: Event) -> None:
    """What was accepted, and is worth a second look."""
    for problem in event_problems(event):
        messages.warning(request, f"{problem.message} {problem.remedy}".strip())


def event_trail(event: Event, *more: tuple[Any, str]) -> list[tuple[Any, str]]:
    place = reverse("dissemination:event_list", args=[event.project.code])
    project = event.project
    return [
        (str(project), project.get_absolute_url()),
        (_("Events"), place),
        (str(event), event.get_absolute_url() if more else ""),
        *more,
    ]


def event_tabs(request: SignedInRequest, event: Event, current: str) -> list[dict[str, Any]]:
    """The pages about one event that this reader may open."""
    names = [
        ("event_detail", _("Event")),
        ("programme", _("Programme")),
        *([("questions", _("Own questions"))] if request.user.has_perm("dissemination.change_event", event) else []),
        ("registration_list", _("Registrations")),
        *(
            (name, label)
            for name, permission, label in (
                ("check_in", "check_in", _("Check-in")),
                ("papers", "make_papers", _("Papers")),
                ("certificate_list", "issue_certificates", _("Certificates")),
                ("follow_up", "follow_up", _("After the event")),
            )
            if request.user.has_perm(f"dissemination.{permission}", event)
        ),
    ]
    where = [event.project.code, event.pk]
    return [
        {"url": reverse(f"dissemination:{name}", args=where), "label": label, "current": name == current}
        for name, label in names
    ]
