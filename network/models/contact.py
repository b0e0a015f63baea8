from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import ContactWay
from network.models.organisation import Organisation
from network.models.partner import Partner
from network.models.person import Person
from network.models.project import Project
from network.models.scoped import InProjectQuerySet, PersonalDataQuerySet


class ContactQuerySet(PersonalDataQuerySet["Contact"]):
    def waiting(self) -> Self:
        """With a next step that nobody has done yet."""
        return self.filter(next_on__isnull=False, done_at__isnull=True)


class Contact(TimestampedModel):
    """Who talked with whom at an organisation, when, and what comes next."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="contacts")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="contacts", verbose_name=_("Partner"))
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="contacts", verbose_name=_("With whom")
    )
    way = models.CharField(_("How"), max_length=10, choices=ContactWay, default=ContactWay.MEETING)
    held_on = models.DateField(_("When"))
    note = models.TextField(_("What was said"), max_length=2000, blank=True)
    next_step = models.CharField(_("Next step"), max_length=200, blank=True)
    next_on = models.DateField(_("Until"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Who does it"),
    )
    done_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(next_on__isnull=True) | ~models.Q(next_step=""), name="next_step_with_day_says_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.held_on}"

    @property
    def is_waiting(self) -> bool:
        return self.next_on is not None and self.done_at is None


class StakeholderRating(TimestampedModel):
    """How important an organisation is for a project, and how interested in it, from 1 to 5."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="ratings")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="ratings")
    importance = models.PositiveSmallIntegerField(
        _("Importance"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    interest = models.PositiveSmallIntegerField(_("Interest"), validators=[MinValueValidator(1), MaxValueValidator(5)])
    rated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = InProjectQuerySet["StakeholderRating"].as_manager()

    class Meta:
        ordering = ["project", "-importance", "-interest"]
        constraints = [
            models.UniqueConstraint("project", "organisation", name="stakeholder_rated_once"),
            models.CheckConstraint(
                condition=models.Q(importance__range=(1, 5), interest__range=(1, 5)), name="rating_from_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.importance}/{self.interest}"
