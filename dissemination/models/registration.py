from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import ACTIVE, SEATED, RegistrationSource, RegistrationState
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from dissemination.models.registration_form import RegistrationForm
from dissemination.models.scoped import GuestDataQuerySet
from network.enums import Mode
from network.models import Category, Organisation, Partner, Person, PersonEmail


class RegistrationQuerySet(GuestDataQuerySet["Registration"]):
    project_path = "event__project"
    partner_path = "event__partner"

    def seated(self) -> Self:
        return self.filter(state__in=SEATED)

    def active(self) -> Self:
        return self.filter(state__in=ACTIVE)

    def with_address(self) -> Self:
        """Who gets what they registered for by mail: the ticket, and news of their event."""
        return self.exclude(email="")

    def reachable(self) -> Self:
        """Who may be written to beyond that: nobody who asked the network not to, however the address is written."""
        silent = PersonEmail.objects.filter(person__do_not_contact=True)
        addresses = silent.annotate(key=Lower("address")).values("key")
        return self.with_address().exclude(person__do_not_contact=True).exclude(email_key__in=addresses)

    def in_queue(self) -> Self:
        """Those who wait, the first first."""
        return self.filter(state=RegistrationState.WAITLISTED).order_by("place", "pk")

    def offers_expired(self, *, at: datetime) -> Self:
        return self.filter(state=RegistrationState.OFFERED, offer_expires_at__lte=at)


class Registration(OfEvent, TimestampedModel):
    """Somebody who wants to come to one event: a person in the small, until matched with the network's.

    `key` makes one registration of a form that was sent twice; `token_hash` finds the ticket, whose token only its
    holder has; `told_state` is the state the last mail told of; `search_key` is what a search at the door compares
    with; several people may share one address. Access and diet needs go 30 days after the event.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="registrations")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=64, blank=True, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    name = models.CharField(_("Name"), max_length=300)
    email = models.EmailField(_("E-mail"), blank=True)
    email_key = models.CharField(max_length=254, blank=True, editable=False)
    name_key = models.CharField(max_length=300, blank=True, editable=False)
    search_key = models.TextField(blank=True, editable=False)
    organisation_name = models.CharField(_("Organisation"), max_length=300, blank=True)
    organisation_address = models.CharField(_("Address of the organisation"), max_length=300, blank=True)
    country = models.CharField(_("Country of the organisation"), max_length=2, blank=True)
    function = models.CharField(_("Function"), max_length=200, blank=True)
    category = models.ForeignKey(
        Category, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Comes as")
    )
    invited_by = models.ForeignKey(
        Partner, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("Invited by")
    )
    mode = models.CharField(_("Way of taking part"), max_length=8, choices=Mode, default=Mode.ON_SITE)
    language = models.CharField(_("Language"), max_length=5, choices=settings.LANGUAGES, default="en")
    access_needs = models.CharField(_("Access needs"), max_length=500, blank=True)
    diet_needs = models.CharField(_("Dietary needs"), max_length=500, blank=True)
    photo_consent = models.BooleanField(_("May be seen in photos"), default=False)
    answers = models.JSONField(default=dict, blank=True)
    form = models.ForeignKey(
        RegistrationForm, models.PROTECT, null=True, blank=True, related_name="registrations", editable=False
    )
    state = models.CharField(_("State"), max_length=10, choices=RegistrationState)
    place = models.PositiveIntegerField(_("Order of arrival"), null=True, blank=True)
    offer_expires_at = models.DateTimeField(_("Offer ends"), null=True, blank=True)
    source = models.CharField(_("Source"), max_length=10, choices=RegistrationSource, default=RegistrationSource.PUBLIC)
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    told_state = models.CharField(max_length=40, blank=True, editable=False)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="registrations")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="registrations")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(
                "event",
                "email_key",
                "name_key",
                condition=~models.Q(email_key=""),
                name="registration_once_per_name_and_address",
            ),
            models.UniqueConstraint(
                "event", "person", condition=models.Q(person__isnull=False), name="registration_once_per_person"
            ),
            models.UniqueConstraint("event", "key", condition=~models.Q(key=""), name="registration_once_per_key"),
            models.CheckConstraint(
                condition=~models.Q(state=RegistrationState.WAITLISTED) | models.Q(place__isnull=False),
                name="waiting_registration_has_a_place",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=RegistrationState.OFFERED) | models.Q(offer_expires_at__isnull=False),
                name="offered_registration_expires",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "state", "place"], name="registration_by_state"),
            models.Index(fields=["event", "name", "id"], name="registration_by_name"),
            models.Index(
                fields=["offer_expires_at"],
                condition=models.Q(state=RegistrationState.OFFERED),
                name="registration_offered",
            ),
        ]

    def __str__(self) -> str:
        return self.name or gettext("Guest no. %(number)d") % {"number": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("dissemination:registration_detail", args=[self.event.project.code, self.pk])

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE
