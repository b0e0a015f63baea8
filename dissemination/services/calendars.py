"""Calendar files: one event, or all of a feed. Identifiers stay, changes raise the sequence, cancelled ones stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from core.mail import site_url
from dissemination.enums import EventMode, EventState, RegistrationState
from dissemination.models import Event, Registration
from dissemination.rules.time_zones import Change, changes
from network.rules.stories import told_in

if TYPE_CHECKING:
    import icalendar

STATUS = {EventState.CANCELLED: "CANCELLED", EventState.POSTPONED: "TENTATIVE", EventState.DRAFT: "TENTATIVE"}
MARGIN = timedelta(days=366)


def of_events(events: Iterable[Event], *, name: str) -> bytes:
    """A feed: what calendars read again and again."""
    calendar = _calendar(name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    listed = list(events)
    _add_zones(calendar, listed)
    for event in listed:
        calendar.add_component(_entry(event))
    return calendar.to_ical()


def of_event(event: Event) -> bytes:
    return of_events([event], name=_text(event, event.title))


def of_guest(registration: Registration) -> bytes:
    """The file of a guest's mail: the way in to the virtual room for who has a seat, cancelled for who has none."""
    event = registration.event
    calendar = _calendar(_text(event, event.title))
    _add_zones(calendar, [event])
    entry = _entry(event)
    is_in = registration.state == RegistrationState.CONFIRMED
    if is_in and registration.mode == EventMode.VIRTUAL and event.online_url:
        entry["location"] = event.online_url
    if not registration.is_active:
        entry["status"] = "CANCELLED"
    calendar.add_component(entry)
    return calendar.to_ical()


def _calendar(name: str) -> icalendar.Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//Events//{(get_language() or 'en')[:2].upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(name.split()))  # of this property lines are not escaped
    return calendar


def _entry(event: Event) -> icalendar.Event:
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", f"{event.uid}@{settings.SITE_URL.partition('://')[2].partition(':')[0]}")
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", event.local_start)
    entry.add("dtend", event.local_end)
    entry.add("summary", _text(event, event.title))
    entry.add("status", STATUS.get(EventState(event.state), "CONFIRMED"))
    if place := ", ".join(filter(None, (event.venue, event.address))):
        entry.add("location", place)
    if description := _text(event, event.description):
        entry.add("description", description)
    if event.is_public:
        entry.add("url", site_url(public_path(event)))
    return entry


def public_path(event: Event) -> str:
    return reverse("dissemination:event_page", args=[event.project.code, event.pk])


def _text(event: Event, label: dict[str, str]) -> str:
    return told_in(label, asked=get_language() or "en", of_project=event.project.languages).text


def _add_zones(calendar: icalendar.Calendar, events: list[Event]) -> None:
    """Each zone once, from a year before its first event to a year after its last."""
    spans: dict[str, tuple[datetime, datetime]] = {}
    for event in events:
        first, last = spans.get(event.time_zone, (event.starts_at, event.ends_at))
        spans[event.time_zone] = min(first, event.starts_at), max(last, event.ends_at)
    for name, (first, last) in sorted(spans.items()):
        calendar.add_component(_zone(name, first - MARGIN, last + MARGIN))


def _zone(name: str, first: datetime, last: datetime) -> icalendar.Timezone:
    from icalendar import Timezone

    zone = Timezone()
    zone.add("tzid", name)
    for change in changes(ZoneInfo(name), first, last):
        zone.add_component(_part(change))
    return zone


def _part(change: Change) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    from icalendar import TimezoneDaylight, TimezoneStandard

    part = TimezoneDaylight() if change.is_summer else TimezoneStandard()
    part.add("dtstart", change.at)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    return part
