"""An event's page for everybody, and its calendar file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from core.caching import remembered
from core.guards import public
from core.short_way import short_way
from dissemination.services.calendars import of_event
from dissemination.services.event_stamps import event_stamp
from dissemination.services.prepared_pages import is_for_everybody, kept_page
from dissemination.services.showing import Shown, public_events, whole_event
from dissemination.views.calendar import calendar_file
from network.funding import funding_of


@short_way
@public
@remembered(seconds=5)
def event_page(request: HttpRequest, code: str, event: int) -> HttpResponse:
    """What it is, when and where, who speaks, and the way to register."""
    if is_for_everybody(request):
        return HttpResponse(kept_page(event_stamp(code, event), lambda: _drawn(request, code, event).text))
    return _drawn(request, code, event)


def _drawn(request: HttpRequest, code: str, event: int) -> HttpResponse:
    shown = Shown(get_object_or_404(whole_event(), project__code=code, pk=event))
    context = {
        "shown": shown,
        "event": shown.event,
        "schema_org": shown.schema_org(),
        "funding": funding_of(shown.event.project),
        "trail": [
            (shown.event.project, reverse("portal:project_page", args=[code])),
            (_("Events"), reverse("dissemination:project_calendar", args=[code])),
            (shown.title.text, ""),
        ],
    }
    return render(request, "dissemination/event_page.html", context)


@public
@remembered(seconds=60)
def event_ics(request: HttpRequest, code: str, event: int) -> HttpResponse:
    found = get_object_or_404(public_events(), project__code=code, pk=event)
    return calendar_file(of_event(found), f"{code}-event-{event}")
