from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import ConsentPurpose
from network.models.person import Person
from network.models.project import Project


class Consent(TimestampedModel):
    """A person's yes to one purpose in one project: when, how, to which text, and when it was taken back."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    project = models.ForeignKey(Project, models.CASCADE, related_name="consents")
    purpose = models.CharField(_("Purpose"), max_length=12, choices=ConsentPurpose)
    given_at = models.DateTimeField(_("Given at"))
    how = models.CharField(_("How it was given"), max_length=200)
    text_version = models.CharField(_("Version of the text"), max_length=40)
    by_guardian = models.BooleanField(_("Given by the guardian"), default=False)
    withdrawn_at = models.DateTimeField(_("Withdrawn at"), null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["purpose", "-given_at"]
        constraints = [
            models.UniqueConstraint(
                "person",
                "project",
                "purpose",
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_in_force_once",
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()
