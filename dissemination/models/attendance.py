from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import AttendanceKind, AttendanceOutcome
from dissemination.models.event import Event
from dissemination.models.of_event import OfEvent
from dissemination.models.registration import Registration
from dissemination.models.session import Session
from network.models import Evidence
from network.models.scoped import InProjectQuerySet
from network.scope import Asker


class AttendanceQuerySet(InProjectQuerySet["Attendance"]):
    project_path = "event__project"

    def visible_to(self, user: Asker) -> Self:
        """As the registrations whose names they carry."""
        return self.filter(registration__in=Registration.objects.visible_to(user))

    def counted(self) -> Self:
        return self.filter(outcome=AttendanceOutcome.COUNTED)


class Attendance(OfEvent, TimestampedModel):
    """That somebody was seen at an event, or at one of its sessions; apart from having registered.

    Every scan is kept: the earliest one counts, the others say why they do not. `created_at` is when it arrived.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="attendances")
    registration = models.ForeignKey(Registration, models.CASCADE, related_name="attendances")
    session = models.ForeignKey(Session, models.SET_NULL, null=True, blank=True, related_name="attendances")
    kind = models.CharField(_("How it was seen"), max_length=10, choices=AttendanceKind)
    outcome = models.CharField(
        _("Outcome"), max_length=10, choices=AttendanceOutcome, default=AttendanceOutcome.COUNTED
    )
    why = models.CharField(max_length=40, blank=True)
    nonce = models.CharField(max_length=64, blank=True)
    device = models.CharField(max_length=64, blank=True)
    scanned_at = models.DateTimeField(_("Seen at"))
    scanned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    evidence = models.ForeignKey(
        Evidence, models.SET_NULL, null=True, blank=True, related_name="attendances", verbose_name=_("Signed list")
    )
    line = models.CharField(_("Line of the list"), max_length=60, blank=True)
    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["scanned_at", "pk"]
        constraints = [
            models.UniqueConstraint("event", "nonce", condition=~models.Q(nonce=""), name="attendance_once_per_nonce"),
            models.UniqueConstraint(
                "registration",
                condition=models.Q(session__isnull=True, outcome=AttendanceOutcome.COUNTED),
                name="attendance_counts_once",
            ),
            models.UniqueConstraint(
                "registration",
                "session",
                condition=models.Q(session__isnull=False, outcome=AttendanceOutcome.COUNTED),
                name="attendance_counts_once_per_session",
            ),
        ]
        indexes = [models.Index(fields=["event", "outcome", "registration"], name="attendance_by_outcome")]

    def __str__(self) -> str:
        return f"{self.registration} · {self.scanned_at:%Y-%m-%d %H:%M}"
