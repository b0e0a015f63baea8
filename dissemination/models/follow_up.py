from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import FileKind
from dissemination.models.event import Event
from network.models import Evidence
from network.models.scoped import InProjectQuerySet


class FollowUp(TimestampedModel):
    """What belongs to an event after it: where guests say how it was, and who earns a certificate."""

    event = models.OneToOneField(Event, models.CASCADE, related_name="follow_up")
    satisfaction_url = models.URLField(_("Address of the satisfaction survey"), max_length=500, blank=True)
    # What the survey's server said instead of showing it, the last time somebody was to be asked.
    survey_failure = models.CharField(max_length=100, blank=True, editable=False)
    minimum_sessions = models.PositiveSmallIntegerField(_("Sessions needed for a certificate"), default=0)
    minimum_hours = models.DecimalField(
        _("Hours needed for a certificate"),
        max_digits=5,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
    )

    def __str__(self) -> str:
        return str(self.event)

    @property
    def working_survey(self) -> str:
        """The address of a survey that guests can be sent to."""
        return "" if self.survey_failure else self.satisfaction_url


class EventFileQuerySet(InProjectQuerySet["EventFile"]):
    project_path = "event__project"


class EventFile(TimestampedModel):
    """A file about an event, kept as evidence: its agenda, its minutes, what was handed out, photos."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="files")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="event_files")
    kind = models.CharField(_("Kind"), max_length=12, choices=FileKind)
    objects = EventFileQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [models.UniqueConstraint("event", "evidence", "kind", name="event_file_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.evidence_id}"
