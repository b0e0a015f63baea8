from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.models.plan_parts import Channel, TargetGroup
from network.models import Output, Partner, Project
from network.models.scoped import InProjectQuerySet


class PlannedActivity(TimestampedModel):
    """What a partner promised to do: which result, with which message, on which channel, until when, how much."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="planned_activities")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="planned_activities", verbose_name=_("Partner"))
    group = models.ForeignKey(
        TargetGroup, models.PROTECT, related_name="planned_activities", verbose_name=_("Target group")
    )
    channel = models.ForeignKey(Channel, models.PROTECT, related_name="planned_activities", verbose_name=_("Channel"))
    result = models.ForeignKey(
        Output, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Result it spreads")
    )
    title = LabelField(_("Activity"))
    message = LabelField(_("Message"), blank=True)
    language = models.CharField(_("Language"), max_length=7, blank=True)
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until"))
    indicator = models.CharField(_("Indicator"), max_length=200, blank=True)
    target = models.PositiveIntegerField(_("Target"), null=True, blank=True)
    cost = models.DecimalField(_("Cost in euros"), max_digits=10, decimal_places=2, null=True, blank=True)
    withdrawn_reason = models.CharField(_("Why it was given up"), max_length=300, blank=True)
    objects = InProjectQuerySet["PlannedActivity"].as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name_plural = "planned activities"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="planned_activity_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return in_language(self.title)
