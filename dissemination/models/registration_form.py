from __future__ import annotations

from django.conf import settings
from django.db import models

from core.models import TimestampedModel
from network.models.scoped import InProjectQuerySet


class RegistrationFormQuerySet(InProjectQuerySet["RegistrationForm"]):
    project_path = "event__project"


class RegistrationForm(TimestampedModel):
    """One version of an event's own questions. A version somebody answered is never changed.

    `questions` is a list of {"key", "kind", "label": {language: text}, "options": [{"key", "label"}], "required"}.
    """

    event = models.ForeignKey("dissemination.Event", models.CASCADE, related_name="forms")
    version = models.PositiveIntegerField()
    questions = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = RegistrationFormQuerySet.as_manager()

    class Meta:
        ordering = ["event", "version"]
        constraints = [models.UniqueConstraint("event", "version", name="registration_form_version_once")]

    def __str__(self) -> str:
        return f"{self.event_id}/{self.version}"
