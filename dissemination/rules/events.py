"""What must hold of an event before it is kept, and before strangers may read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.utils.translation import gettext as _

from core.problems import Problem
from dissemination.enums import EventMode

LONGEST = timedelta(days=31)


def moment_problems(*, starts_at: datetime, ends_at: datetime, time_zone: str) -> list[Problem]:
    """An event that ends before it starts is refused; one of more than a month is asked about."""
    if time_zone not in available_timezones():
        return [Problem("time_zone", _("This time zone is not known."), field="time_zone")]
    if ends_at < starts_at:
        return [Problem("ends_first", _("The event ends before it starts."), field="ends_at")]
    if ends_at - starts_at > LONGEST:
        return [Problem("very_long", _("The event lasts more than a month."), field="ends_at", warning=True)]
    return []


def project_problems(
    *, first: date, last: date, starts_on: date | None, ends_on: date | None, reason: str
) -> list[Problem]:
    """A day outside the project is accepted with a reason."""
    if (starts_on and first < starts_on) or (ends_on and last > ends_on):
        message = _("The event lies outside the project's dates.")
        if reason.strip():
            return [Problem("outside_project", message, field="outside_reason", warning=True)]
        return [
            Problem("outside_project", message, field="outside_reason", remedy=_("Write why it still belongs to it."))
        ]
    return []


def locked_problems(*, is_late: bool) -> list[Problem]:
    if is_late:
        message = _("The event lies in a locked period: its participants are counted late, in the next open one.")
        return [Problem("late", message, field="starts_at", warning=True)]
    return []


def window_problems(*, opens_at: datetime | None, closes_at: datetime | None, ends_at: datetime) -> list[Problem]:
    found = []
    if opens_at and closes_at and closes_at <= opens_at:
        message = _("Registration closes before it opens.")
        found.append(Problem("closes_first", message, field="registration_closes_at"))
    if opens_at and opens_at >= ends_at:
        message = _("Registration opens after the event.")
        found.append(Problem("opens_late", message, field="registration_opens_at"))
    return found


def publishing_problems(
    *, title: Mapping[str, str], mode: str, venue: str, country: str, online_url: str, takes_registrations: bool
) -> list[Problem]:
    """What strangers need to know before they can come."""
    found = []
    if not any(text.strip() for text in title.values()):
        found.append(Problem("no_title", _("Write a title in at least one language."), field="title"))
    if mode != EventMode.VIRTUAL and not (venue.strip() and country):
        found.append(Problem("no_venue", _("Say where it takes place: venue and country."), field="venue"))
    if mode == EventMode.VIRTUAL and not country:
        message = _("Say from which country it is held: heads are local or international against it.")
        found.append(Problem("no_country", message, field="country"))
    if mode != EventMode.ON_SITE and not online_url and takes_registrations:
        message = _("The address of the virtual room is not known yet. Guests get it with their reminder.")
        found.append(Problem("no_room", message, field="online_url", warning=True))
    return found


def session_problems(
    *, starts_at: datetime, ends_at: datetime, event_starts_at: datetime, event_ends_at: datetime
) -> list[Problem]:
    if ends_at < starts_at:
        return [Problem("ends_first", _("The session ends before it starts."), field="ends_at")]
    if starts_at < event_starts_at or ends_at > event_ends_at:
        message = _("The session lies outside the event's hours.")
        return [Problem("outside_event", message, field="starts_at")]
    return []


def on_clocks(moment: datetime, time_zone: str) -> datetime:
    """What clocks showed, as somebody typed it, in the event's own zone."""
    return moment.replace(tzinfo=ZoneInfo(time_zone))


def clock_problems(moment: datetime, time_zone: str, *, field: str) -> list[Problem]:
    """An hour that the change to summer time leaves out does not exist."""
    zone = ZoneInfo(time_zone)
    there = moment.replace(tzinfo=zone)
    back = there.astimezone(ZoneInfo("UTC")).astimezone(zone)
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        message = _("Clocks are put forward that night: %(time)s does not exist.") % {"time": moment.strftime("%H:%M")}
        return [Problem("no_such_hour", message, field=field)]
    return []
