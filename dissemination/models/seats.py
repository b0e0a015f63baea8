from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from dissemination.models.event import Event
from network.enums import Mode


class SeatsQuerySet(models.QuerySet["Seats"]):
    def free(self) -> Self:
        """Where one more may sit down at once: there is room, and nobody waits for it."""
        room = models.Q(capacity__isnull=True) | models.Q(taken__lt=models.F("capacity"))
        return self.filter(room, waiting=0)


class Seats(models.Model):
    """The seats of an event for one way of taking part. Without a capacity there is room for all.

    The counters are changed by conditional UPDATEs alone; `queued` is the last place given in the waiting list.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="seats")
    mode = models.CharField(_("Way of taking part"), max_length=8, choices=Mode)
    capacity = models.PositiveIntegerField(_("Seats"), null=True, blank=True)
    taken = models.PositiveIntegerField(default=0, editable=False)
    waiting = models.PositiveIntegerField(default=0, editable=False)
    queued = models.PositiveIntegerField(default=0, editable=False)
    objects = SeatsQuerySet.as_manager()

    class Meta:
        ordering = ["event", "mode"]
        verbose_name_plural = "seats"
        constraints = [models.UniqueConstraint("event", "mode", name="seats_once_per_mode")]

    def __str__(self) -> str:
        return f"{self.event_id} · {self.get_mode_display()}"

    @property
    def over_by(self) -> int:
        """How many more hold a seat than there are: capacity was lowered, and nobody was dropped."""
        return max(0, self.taken - self.capacity) if self.capacity is not None else 0

    @property
    def free(self) -> int | None:
        """How many seats are left; None where there is room for all."""
        return max(0, self.capacity - self.taken) if self.capacity is not None else None

    @property
    def is_full(self) -> bool:
        return self.free == 0 or self.waiting > 0
