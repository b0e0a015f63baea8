"""An event as search engines read it: schema.org data, with its status and how one may attend."""

from __future__ import annotations

from typing import Any

from dissemination.enums import EventMode, EventState

CONTEXT = "https://schema.org"
STATUS = {
    EventState.CANCELLED: "EventCancelled",
    EventState.POSTPONED: "EventPostponed",
}
ATTENDANCE = {
    EventMode.ON_SITE: "OfflineEventAttendanceMode",
    EventMode.VIRTUAL: "OnlineEventAttendanceMode",
    EventMode.HYBRID: "MixedEventAttendanceMode",
}


def event_data(
    *, name: str, description: str, url: str, starts: str, ends: str, state: str, mode: str, was: str, venue: str,
    address: str, country: str, organiser: str, organiser_url: str, languages: list[str],
) -> dict[str, Any]:  # fmt: skip
    """Moments are ISO texts with their offset; `was` is the start before the event was moved."""
    status = STATUS.get(EventState(state), "EventRescheduled" if was else "EventScheduled")
    data: dict[str, Any] = {
        "@context": CONTEXT, "@type": "Event", "name": name, "url": url, "startDate": starts, "endDate": ends,
        "eventStatus": f"{CONTEXT}/{status}", "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[EventMode(mode)]}",
        "location": _locations(mode, url, venue, address, country), "inLanguage": languages,
        "organizer": {"@type": "Organization", "name": organiser},
        "isAccessibleForFree": True,
    }  # fmt: skip
    if description:
        data["description"] = description
    if organiser_url:
        data["organizer"]["url"] = organiser_url
    if was:
        data["previousStartDate"] = was
    return data


def _locations(mode: str, url: str, venue: str, address: str, country: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if mode != EventMode.VIRTUAL:
        place = {"@type": "PostalAddress", "streetAddress": address, "addressCountry": country}
        found.append({"@type": "Place", "name": venue, "address": place})
    if mode != EventMode.ON_SITE:
        found.append({"@type": "VirtualLocation", "url": url})
    return found
