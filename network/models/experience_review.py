from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import ReviewSide
from network.models.experience import Experience


class ExperienceReview(TimestampedModel):
    """The provider's or the host's word that the record is right. Publishing needs both."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="reviews")
    side = models.CharField(_("For"), max_length=8, choices=ReviewSide)
    agrees = models.BooleanField(_("Agrees"))
    comment = models.TextField(_("Comment"), blank=True)
    reviewer_name = models.CharField(_("Name of the reviewer"), max_length=200)
    of_version = models.PositiveIntegerField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["side", "-created_at"]

    def __str__(self) -> str:
        return f"{self.get_side_display()}: {self.experience}"
