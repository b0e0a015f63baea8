from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from dissemination.enums import LinkState, ReachKind, ReachUnit
from dissemination.models.event import Event
from dissemination.models.plan_parts import Channel, TargetGroup
from dissemination.models.planned_activity import PlannedActivity
from network.models import Evidence, Output, Partner, Project
from network.models.scoped import InProjectQuerySet


class Activity(TimestampedModel):
    """What was done to spread a result, planned or not. `duties` answers the obligatory questions by code."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="activities")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="activities", verbose_name=_("Partner"))
    planned = models.ForeignKey(
        PlannedActivity, models.PROTECT, null=True, blank=True, related_name="activities",
        verbose_name=_("Planned activity"),
    )  # fmt: skip
    group = models.ForeignKey(
        TargetGroup, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("Target group")
    )
    channel = models.ForeignKey(
        Channel, models.PROTECT, null=True, blank=True, related_name="activities", verbose_name=_("Channel")
    )
    result = models.ForeignKey(
        Output, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Result it spreads")
    )
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="activities", verbose_name=_("Event")
    )
    title = models.CharField(_("What was done"), max_length=300)
    description = models.TextField(_("Description"), blank=True)
    language = models.CharField(_("Language"), max_length=7, blank=True)
    done_on = models.DateField(_("Done on"))
    ends_on = models.DateField(_("Until"), null=True, blank=True)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    duties = models.JSONField(default=dict)
    files = models.ManyToManyField(Evidence, related_name="activities", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    objects = InProjectQuerySet["Activity"].as_manager()

    class Meta:
        ordering = ["-done_on", "-pk"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("done_on")),
                name="activity_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dissemination:activity_detail", args=[self.project.code, self.pk])


class ActivityLink(TimestampedModel):
    """Where something can be seen on the web; checked again and again, since proof disappears."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="links")
    url = models.URLField(_("Address"), max_length=500)
    captured_on = models.DateField(_("Captured on"), null=True, blank=True)
    archived = models.ForeignKey(
        Evidence, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Archived copy")
    )
    state = models.CharField(_("State"), max_length=10, choices=LinkState, default=LinkState.UNCHECKED)
    answer = models.CharField(max_length=100, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["activity", "pk"]
        constraints = [models.UniqueConstraint("activity", "url", name="activity_link_once")]

    def __str__(self) -> str:
        return self.url


class ReachReading(TimestampedModel):
    """What a counter said on a day. The latest reading of a unit counts; readings and units are never summed."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="readings")
    unit = models.CharField(_("Unit"), max_length=10, choices=ReachUnit)
    kind = models.CharField(_("How it is known"), max_length=10, choices=ReachKind)
    number = models.PositiveIntegerField(_("Number"))
    read_on = models.DateField(_("Read on"))
    source = models.CharField(_("Source"), max_length=200)

    class Meta:
        ordering = ["activity", "unit", "-read_on", "-pk"]
        constraints = [
            models.UniqueConstraint("activity", "unit", "source", "read_on", name="reach_reading_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.get_unit_display()}"
