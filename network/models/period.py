from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.addresses import row_address
from core.models import TimestampedModel
from network.enums import PeriodState
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class Period(TimestampedModel):
    """A stretch of time a project reports on: open, closing (corrections only), locked."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="periods")
    name = models.CharField(_("Name"), max_length=80)
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("To"))
    due_on = models.DateField(_("Report due on"), null=True, blank=True)
    state = models.CharField(_("State"), max_length=8, choices=PeriodState, default=PeriodState.OPEN)
    objects = InProjectQuerySet["Period"].as_manager()

    class Meta:
        ordering = ["project", "starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="period_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return row_address("network:period_detail", self.project.code, self.pk)

    @property
    def is_locked(self) -> bool:
        return self.state == PeriodState.LOCKED


class Snapshot(models.Model):
    """What a period's figures were when it was locked, with the records behind them. Never changed."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    records = models.JSONField()
    sha256 = models.CharField(max_length=64)
    taken_at = models.DateTimeField(auto_now_add=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reopening_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["period", "number"]
        constraints = [models.UniqueConstraint("period", "number", name="snapshot_number_once")]

    def __str__(self) -> str:
        return f"{self.period} · {self.number}"


class Adjustment(TimestampedModel):
    """A later change to a record behind a locked figure: told in the open period, the snapshot stays as it is."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="adjustments")
    period = models.ForeignKey(Period, models.PROTECT, null=True, blank=True, related_name="adjustments")
    corrects = models.ForeignKey(Period, models.PROTECT, related_name="corrections")
    partner = models.ForeignKey("network.Partner", models.PROTECT, related_name="adjustments")
    category = models.ForeignKey("network.Category", models.PROTECT, related_name="adjustments")
    before = models.IntegerField()
    after = models.IntegerField()
    reason = models.CharField(max_length=300)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    objects = InProjectQuerySet["Adjustment"].as_manager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.partner} · {self.category}: {self.before} → {self.after}"

    @property
    def heads(self) -> int:
        return self.after - self.before
