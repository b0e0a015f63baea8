from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.models.organisation import Organisation
from network.models.person import Person


class AffiliationQuerySet(models.QuerySet["Affiliation"]):
    def on(self, day: date) -> Self:
        return self.exclude(starts_on__gt=day).exclude(ends_on__lt=day)


class Affiliation(models.Model):
    """A person's function in an organisation, from a day to a day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="affiliations")
    function = models.CharField(_("Function"), max_length=200, blank=True)
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("To"), null=True, blank=True)
    objects = AffiliationQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="affiliation_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.function}, {self.organisation}" if self.function else str(self.organisation)
