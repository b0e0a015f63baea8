from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dissemination.models.event import Event
from network.models import Partner


class PartnerShare(models.Model):
    """How many seats of each way of taking part an event keeps for one partner's guests on its waiting list."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="shares")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="+", verbose_name=_("Partner"))
    seats = models.PositiveIntegerField(_("Seats"))

    class Meta:
        ordering = ["event", "partner__number", "partner"]
        constraints = [
            models.UniqueConstraint("event", "partner", name="share_once_per_partner"),
            models.CheckConstraint(condition=models.Q(seats__gt=0), name="share_above_zero"),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.seats}"
