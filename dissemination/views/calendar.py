"""The public calendar: coming events of the installation or of one project, as a page and as a feed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.caching import remembered
from core.guards import public
from dissemination.listings.calendar import CalendarFilter
from dissemination.listings.months import held_between, month_with, weekdays
from dissemination.models import Event
from dissemination.rules.months import read_day, read_month
from dissemination.services.calendars import of_events
from dissemination.services.showing import Shown, public_events
from network.funding import funding_of
from network.models import Project

SHOWN = 24
# How long an event stays in a feed after it is over: calendars keep what they have read.
KEPT_IN_FEED = timedelta(days=365)


@public
@remembered(seconds=10)
def calendar(request: HttpRequest) -> HttpResponse:
    """Coming events of every public project."""
    context = {"feed": reverse("dissemination:calendar_ics"), "trail": [(_("Events"), "")]}
    return _answer(request, public_events(), context)


@public
@remembered(seconds=10)
def project_calendar(request: HttpRequest, code: str) -> HttpResponse:
    """Coming events of one project."""
    project = get_object_or_404(Project.objects.published().select_related("rule_set"), code=code)
    context = {
        "of_project": project,
        "funding": funding_of(project),
        "feed": reverse("dissemination:project_calendar_ics", args=[code]),
        "trail": [(project, reverse("portal:project_page", args=[code])), (_("Events"), "")],
    }
    return _answer(request, public_events().filter(project=project), context)


def _answer(request: HttpRequest, events: QuerySet[Event], context: dict[str, Any]) -> HttpResponse:
    """The list, of one day if a day of the month beside it was chosen."""
    asked = CalendarFilter(request.GET, queryset=events)
    day = read_day(request.GET.get("day", ""))
    found = asked.qs
    if day:
        found = asked.of_any_time.filter(pk__in=[each.pk for each in held_between(asked.of_any_time, day, day)])
    page = Paginator(found.order_by("starts_at", "pk") if day else found, SHOWN).get_page(request.GET.get("page"))
    cards = [Shown(event) for event in page.object_list]
    nearest = day or (cards[0].event.held_on if cards else timezone.localdate())
    first = read_month(request.GET.get("month", "")) or nearest.replace(day=1)
    context |= {"filters": asked, "page": page, "cards": cards, "day": day, "today": timezone.localdate(),
                "month": month_with(asked.of_any_time, first), "weekdays": weekdays()}  # fmt: skip
    return render(request, "dissemination/calendar.html", context)


@public
@remembered(seconds=60)
def calendar_ics(request: HttpRequest) -> HttpResponse:
    return calendar_file(of_events(_in_feed(public_events()), name=settings.SITE_NAME), "events")


@public
@remembered(seconds=60)
def project_calendar_ics(request: HttpRequest, code: str) -> HttpResponse:
    project = get_object_or_404(Project.objects.published(), code=code)
    events = _in_feed(public_events().filter(project=project))
    return calendar_file(of_events(events, name=str(project)), f"{code}-events")


def _in_feed(events: QuerySet[Event]) -> QuerySet[Event]:
    return events.filter(ends_at__gte=timezone.now() - KEPT_IN_FEED).order_by("starts_at", "pk")


def calendar_file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
