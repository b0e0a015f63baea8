from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.enums import ChannelKind
from network.models import Category, Project
from network.models.scoped import InProjectQuerySet


class Objective(TimestampedModel):
    """What the project wants to reach by telling others of it."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="objectives")
    title = LabelField(_("Objective"))
    order = models.PositiveSmallIntegerField(_("Order"), default=0)
    objects = InProjectQuerySet["Objective"].as_manager()

    class Meta:
        ordering = ["project", "order", "pk"]

    def __str__(self) -> str:
        return in_language(self.title)


class TargetGroup(TimestampedModel):
    """Whom an objective addresses; the category says whose heads on the quota board it leads to."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="target_groups")
    objective = models.ForeignKey(Objective, models.PROTECT, related_name="target_groups", verbose_name=_("Objective"))
    title = LabelField(_("Target group"))
    category = models.ForeignKey(
        Category, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Category of stakeholders")
    )
    objects = InProjectQuerySet["TargetGroup"].as_manager()

    class Meta:
        ordering = ["objective", "pk"]

    def __str__(self) -> str:
        return in_language(self.title)


class Channel(TimestampedModel):
    """The way to a target group: a website, a newspaper, a chamber's newsletter."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="channels")
    kind = models.CharField(_("Kind"), max_length=14, choices=ChannelKind)
    name = models.CharField(_("Name"), max_length=200)
    objects = InProjectQuerySet["Channel"].as_manager()

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint("project", "kind", "name", name="channel_once")]

    def __str__(self) -> str:
        return self.name
