"""An event as strangers see it: in their language or the next best, on the clocks of its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.translation import get_language

from core.mail import site_url
from core.problems import Problem
from dissemination.models import Event, Seats, Session, Speaker
from dissemination.rules.schema_org import event_data
from dissemination.rules.wording import when
from dissemination.services.calendars import public_path
from dissemination.services.registering import open_problem
from network.countries import country_name
from network.rules.stories import Told, told_in


def told(label: dict[str, str], event: Event) -> Told:
    """In the reader's language or the next best: the page marks words of another language as such."""
    return told_in(label, asked=get_language() or "en", of_project=event.project.languages)


@dataclass(frozen=True)
class Shown:
    """One event with its words chosen."""

    event: Event

    @cached_property
    def title(self) -> Told:
        return told(self.event.title, self.event)

    @cached_property
    def description(self) -> Told:
        return told(self.event.description, self.event)

    @cached_property
    def access_notes(self) -> Told:
        return told(self.event.access_notes, self.event)

    @property
    def is_all_asked(self) -> bool:
        return self.title.is_asked and self.description.is_asked and self.access_notes.is_asked

    @property
    def url(self) -> str:
        return public_path(self.event)

    @property
    def when(self) -> str:
        return when(self.event.local_start, self.event.local_end)

    @property
    def day(self) -> str:
        return date_format(self.event.local_start, "j")

    @property
    def month(self) -> str:
        return date_format(self.event.local_start, "M")

    @property
    def country(self) -> str:
        return country_name(self.event.country)

    @property
    def organiser(self) -> str:
        return str(self.event.partner)

    @cached_property
    def closed(self) -> Problem | None:
        """Why nobody can register right now."""
        return open_problem(self.event)

    @cached_property
    def seats(self) -> list[Seats]:
        return list(self.event.seats.all())

    @property
    def is_full(self) -> bool:
        return bool(self.seats) and all(seats.is_full for seats in self.seats)

    @cached_property
    def programme(self) -> Sequence[SessionShown]:
        return [SessionShown(session, self.event) for session in self.event.sessions.all()]

    def schema_org(self) -> dict[str, Any]:
        event = self.event
        was = event.previous_starts_at.astimezone(event.zone).isoformat() if event.previous_starts_at else ""
        return event_data(
            name=self.title.text, description=self.description.text, url=site_url(self.url),
            starts=event.local_start.isoformat(), ends=event.local_end.isoformat(), state=event.state, mode=event.mode,
            was=was, venue=event.venue, address=event.address, country=event.country,
            organiser=event.partner.organisation.name, organiser_url=event.partner.organisation.website,
            languages=list(event.languages),
        )  # fmt: skip


@dataclass(frozen=True)
class SessionShown:
    session: Session
    event: Event

    @property
    def title(self) -> Told:
        return told(self.session.title, self.event)

    @property
    def description(self) -> Told:
        return told(self.session.description, self.event)

    @property
    def hours(self) -> str:
        zone = self.event.zone
        starts, ends = self.session.starts_at.astimezone(zone), self.session.ends_at.astimezone(zone)
        day = "" if starts.date() == self.event.held_on else date_format(starts, "SHORT_DATE_FORMAT") + " "
        return f"{day}{date_format(starts, 'TIME_FORMAT')}–{date_format(ends, 'TIME_FORMAT')}"

    @property
    def speakers(self) -> str:
        return "; ".join(
            ", ".join(filter(None, (who.name, who.function, who.organisation))) for who in self.session.speakers.all()
        )


def public_events() -> QuerySet[Event]:
    """What cards and calendar files need, in one statement."""
    return Event.objects.public().select_related("project__rule_set", "partner__organisation")


def whole_event() -> QuerySet[Event]:
    """What an event's own page needs, in five statements at most."""
    programme = Session.objects.prefetch_related(Prefetch("speakers", Speaker.objects.order_by("name")))
    return public_events().prefetch_related(Prefetch("sessions", programme), "seats", "results")
