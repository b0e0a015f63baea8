from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from dissemination.models.registration import Registration
from network.models.scoped import InProjectQuerySet
from network.scope import Asker


class CertificateQuerySet(InProjectQuerySet["Certificate"]):
    project_path = "event__project"

    def visible_to(self, user: Asker) -> Self:
        """As the registrations whose names they carry; strangers see one by its serial number."""
        return self.filter(registration__in=Registration.objects.visible_to(user))

    def valid(self) -> Self:
        return self.filter(superseded_at__isnull=True, revoked_at__isnull=True)

    def to_send(self) -> Self:
        """Valid ones that their holders did not get yet and may get by mail."""
        return self.valid().filter(sent_at__isnull=True, registration__in=Registration.objects.reachable())


class Certificate(OfEvent, TimestampedModel):
    """That somebody attended an event, to be checked by anybody who holds its serial number. Never changed:
    a corrected one takes its place, or it is revoked."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="certificates")
    registration = models.ForeignKey(Registration, models.PROTECT, related_name="certificates")
    serial = models.CharField(_("Serial number"), max_length=20, unique=True)
    holder_name = models.CharField(_("Holder"), max_length=300)
    hours = models.DecimalField(_("Hours"), max_digits=6, decimal_places=2, null=True, blank=True)
    issued_at = models.DateTimeField(_("Issued"), default=timezone.now)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="superseded_by")
    superseded_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("Sent"), null=True, blank=True)
    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["holder_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "registration",
                condition=models.Q(superseded_at__isnull=True, revoked_at__isnull=True),
                name="certificate_valid_once",
            )
        ]

    def __str__(self) -> str:
        return self.serial

    def get_absolute_url(self) -> str:
        return reverse("dissemination:certificate_check", args=[self.serial])

    @property
    def is_valid(self) -> bool:
        return self.superseded_at is None and self.revoked_at is None
