from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from dissemination.enums import EventKind
from network.models import Partner, Project
from network.models.scoped import InProjectQuerySet


class ContractualTask(TimestampedModel):
    """What the grant agreement obliges partners to; without a partner it is owed by each of them."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="contractual_tasks")
    partner = models.ForeignKey(
        Partner, models.CASCADE, null=True, blank=True, related_name="contractual_tasks", verbose_name=_("Partner")
    )
    title = LabelField(_("Task"))
    source = models.CharField(_("Where the agreement says so"), max_length=200, blank=True)
    due_on = models.DateField(_("Due on"), null=True, blank=True)
    objects = InProjectQuerySet["ContractualTask"].as_manager()

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return in_language(self.title)


class EventDuty(TimestampedModel):
    """How many events of a kind are owed: by one partner, or with none named by each partner that is in."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="event_duties")
    partner = models.ForeignKey(
        Partner, models.CASCADE, null=True, blank=True, related_name="event_duties", verbose_name=_("Partner")
    )
    kind = models.CharField(_("Kind"), max_length=20, choices=EventKind)
    is_international = models.BooleanField(_("International"), default=False)
    number = models.PositiveSmallIntegerField(_("At least"), default=1)
    objects = InProjectQuerySet["EventDuty"].as_manager()

    class Meta:
        ordering = ["project", "pk"]
        verbose_name_plural = "event duties"
        constraints = [models.CheckConstraint(condition=models.Q(number__gte=1), name="event_duty_above_zero")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.number}"


class PlanVersion(TimestampedModel):
    """The plan as it was adopted on a day: frozen, with its hash. The first is the kick-off's, later ones amend it."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="plan_versions")
    number = models.PositiveSmallIntegerField()
    adopted_on = models.DateField(_("Adopted on"))
    occasion = models.CharField(_("Adopted at"), max_length=200, blank=True)
    reason = models.TextField(_("What changes and why"), blank=True)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = InProjectQuerySet["PlanVersion"].as_manager()

    class Meta:
        ordering = ["project", "-number"]
        constraints = [models.UniqueConstraint("project", "number", name="plan_version_number_once")]

    def __str__(self) -> str:
        return gettext("Version %(number)d") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("dissemination:plan_version", args=[self.project.code, self.pk])


class PlanAcceptance(TimestampedModel):
    """That a partner accepts a version of the plan: who said so, with which function, on which day."""

    version = models.ForeignKey(PlanVersion, models.PROTECT, related_name="acceptances")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="plan_acceptances")
    name = models.CharField(_("Name"), max_length=200)
    function = models.CharField(_("Function"), max_length=200, blank=True)
    accepted_on = models.DateField(_("Accepted on"))
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["version", "partner"]
        constraints = [models.UniqueConstraint("version", "partner", name="plan_accepted_once")]

    def __str__(self) -> str:
        return f"{self.partner} · {self.version}"
