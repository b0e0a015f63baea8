from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import Voice
from network.models.experience import Experience


class Opinion(TimestampedModel):
    """What learner, tutor or host think of an experience."""

    experience = models.ForeignKey(Experience, models.CASCADE, related_name="opinions")
    voice = models.CharField(_("Whose opinion"), max_length=8, choices=Voice)
    rating = models.PositiveSmallIntegerField(
        _("Rating"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    text = models.TextField(_("Opinion"), blank=True)
    may_be_quoted = models.BooleanField(_("May be quoted in public"), default=False)
    given_on = models.DateField(_("Given on"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["voice"]
        constraints = [models.UniqueConstraint("experience", "voice", name="one_opinion_per_voice")]

    def __str__(self) -> str:
        return f"{self.get_voice_display()}: {self.experience}"
