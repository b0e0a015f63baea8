from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.enums import PUBLIC_STATES, EventKind, EventMode, EventState
from dissemination.models.planned_event import PlannedEvent
from network.models import Category, Occasion, Output, Partner, Project
from network.models.scoped import InProjectQuerySet


class EventQuerySet(InProjectQuerySet["Event"]):
    """Events in whose project the user works, drafts too; public pages use `public`."""

    def public(self) -> Self:
        """What strangers may read: cancelled and postponed events stay, and say so."""
        return self.filter(project__is_public=True, is_listed=True, state__in=PUBLIC_STATES)


class Event(TimestampedModel):
    """Something a partner holds for others: its page, its seats, its people. `partner` is the organiser."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="events")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="events", verbose_name=_("Organiser"))
    co_organisers = models.ManyToManyField(
        Partner, related_name="co_organised_events", blank=True, verbose_name=_("Co-organisers")
    )
    planned = models.ForeignKey(
        PlannedEvent, models.SET_NULL, null=True, blank=True, related_name="events", verbose_name=_("Planned event")
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("Kind"), max_length=20, choices=EventKind)
    mode = models.CharField(_("How it is held"), max_length=8, choices=EventMode, default=EventMode.ON_SITE)
    title = LabelField(_("Title"))
    description = LabelField(_("Description"), blank=True)
    venue = models.CharField(_("Venue"), max_length=200, blank=True)
    address = models.CharField(_("Address of the venue"), max_length=300, blank=True)
    country = models.CharField(_("Country of the venue"), max_length=2, blank=True)
    access_notes = LabelField(_("Access to the venue"), blank=True)
    online_url = models.URLField(_("Address of the virtual room"), max_length=500, blank=True)
    time_zone = models.CharField(_("Time zone"), max_length=60, default="Europe/Brussels")
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    previous_starts_at = models.DateTimeField(null=True, blank=True, editable=False)
    languages = models.JSONField(_("Languages"), default=list)
    results = models.ManyToManyField(
        Output, related_name="presented_at", blank=True, verbose_name=_("Results it presents")
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("Category of who comes, unless they say otherwise"),
    )  # fmt: skip
    registration_opens_at = models.DateTimeField(_("Registration opens"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("Registration closes"), null=True, blank=True)
    takes_registrations = models.BooleanField(_("People register here"), default=True)
    confirms_by_hand = models.BooleanField(_("The organiser confirms each registration"), default=False)
    offer_hours = models.PositiveSmallIntegerField(_("Hours an offered seat is kept"), default=48)
    form = models.ForeignKey(
        "dissemination.RegistrationForm", models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    is_listed = models.BooleanField(_("Shown on the public calendar"), default=True)
    state = models.CharField(_("State"), max_length=10, choices=EventState, default=EventState.DRAFT)
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    outside_reason = models.CharField(_("Why outside the project's dates"), max_length=300, blank=True)
    is_late = models.BooleanField(_("In a locked period"), default=False, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # The outbox of news: what guests have not been told yet, with its sequence.
    untold = models.CharField(max_length=24, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    occasion = models.OneToOneField(
        Occasion, models.PROTECT, null=True, blank=True, related_name="event", editable=False
    )
    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("starts_at")), name="event_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[EventState.HELD, EventState.CLOSED]) | models.Q(occasion__isnull=False),
                name="held_event_has_an_occasion",
            ),
        ]
        indexes = [
            models.Index(fields=["project", "starts_at"], name="event_by_day"),
            models.Index(fields=["state", "ends_at"], name="event_by_state"),
        ]

    def __str__(self) -> str:
        return in_language(self.title)

    def get_absolute_url(self) -> str:
        return reverse("dissemination:event_detail", args=[self.project.code, self.pk])

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def local_start(self) -> datetime:
        """The start on the clocks of the event's own place."""
        return self.starts_at.astimezone(self.zone)

    @property
    def local_end(self) -> datetime:
        return self.ends_at.astimezone(self.zone)

    @property
    def held_on(self) -> date:
        return self.local_start.date()

    @property
    def ends_on(self) -> date:
        return self.local_end.date()

    @property
    def is_public(self) -> bool:
        """What `public` finds, of one event whose project is at hand."""
        return self.project.is_public and self.is_listed and self.state in PUBLIC_STATES

    @property
    def modes(self) -> tuple[str, ...]:
        """The ways of taking part."""
        if self.mode == EventMode.HYBRID:
            return (EventMode.ON_SITE, EventMode.VIRTUAL)
        return (self.mode,)
