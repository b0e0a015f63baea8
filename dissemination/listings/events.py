"""The organisers' list of events: what it can be asked, and the columns it can show."""

from __future__ import annotations

import django_filters as filters
from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.listing import Column
from dissemination.enums import SEATED, EventKind, EventMode, EventState
from dissemination.models import Event, Registration
from network.countries import country_name
from network.listings.base import ListFilter, country_filter, how_many
from network.models import Partner, Project
from network.scope import Asker


class EventFilter(ListFilter):
    q = filters.CharFilter(method="by_words", label=_("Title or venue"))
    state = filters.ChoiceFilter(choices=EventState, label=_("State"))
    kind = filters.ChoiceFilter(choices=EventKind, label=_("Kind"))
    partner = filters.ModelChoiceFilter(queryset=Partner.objects.none(), label=_("Organiser"))
    mode = filters.ChoiceFilter(choices=EventMode, label=_("How it is held"))
    country = country_filter(field_name="country")
    when = filters.ChoiceFilter(
        method="by_time", label=_("When"), choices=[("coming", _("Coming events")), ("over", _("Events that are over"))]
    )
    first = ("q", "state", "kind", "partner")

    class Meta:
        model = Event
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        texts = Q(venue__icontains=value)
        for language in self.project.languages or ["en"]:
            texts |= Q(**{f"title__{language}__icontains": value})
        return rows.filter(texts)

    def by_time(self, rows: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        now = timezone.now()
        return rows.filter(ends_at__gte=now) if value == "coming" else rows.filter(ends_at__lt=now)


def event_rows(project: Project, user: Asker) -> QuerySet[Event]:
    """Events with how many hold a seat and how many wait, reckoned only for the rows that are shown."""
    guests = Registration.objects.filter(event=OuterRef("pk"))
    return (
        Event.objects.visible_to(user)
        .in_project(project)
        .select_related("partner__organisation", "project")
        .annotate(
            seated=how_many(guests.filter(state__in=SEATED)),
            waiting=how_many(guests.filter(state="waitlisted")),
        )
    )


EVENT_COLUMNS = (
    Column("title", _("Title"), str, sort=("title",)),
    Column("starts", _("Starts"), lambda row: row.local_start, sort=("starts_at",)),
    Column("kind", _("Kind"), lambda row: row.get_kind_display(), sort=("kind",)),
    Column("partner", _("Organiser"), lambda row: str(row.partner), sort=("partner__number",)),
    Column("country", _("Country"), lambda row: country_name(row.country), sort=("country",),
           plain=lambda row: row.country),
    Column("mode", _("How it is held"), lambda row: row.get_mode_display(), sort=("mode",), standard=False),
    Column("venue", _("Venue"), lambda row: row.venue, standard=False),
    Column("zone", _("Time zone"), lambda row: row.time_zone, standard=False),
    Column("seated", _("Seats taken"), lambda row: row.seated, sort=("seated",), number=True),
    Column("waiting", _("Waiting"), lambda row: row.waiting, sort=("waiting",), number=True),
    Column("state", _("State"), lambda row: row.get_state_display(), sort=("state",)),
)  # fmt: skip
