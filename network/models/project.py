from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from network.models.rule_set import RuleSet
from network.scope import Asker, scope_of


class ProjectQuerySet(models.QuerySet["Project"]):
    def visible_to(self, user: Asker) -> Self:
        """Projects in whose rooms the user works; public pages use `published`."""
        scope = scope_of(user)
        return self if scope.everything else self.filter(pk__in=scope.projects)

    def published(self) -> Self:
        return self.filter(is_public=True)


class Project(TimestampedModel):
    """One funded partnership with its dates, rules and languages. Dates and grant may not be known yet."""

    code = models.SlugField(_("Code"), max_length=40, unique=True)
    title = LabelField(_("Title"))
    summary = LabelField(_("Summary"), blank=True)
    aims = LabelField(_("Aims"), blank=True)
    action = models.CharField(_("Action"), max_length=40, blank=True)
    call_year = models.PositiveSmallIntegerField(_("Call year"), null=True, blank=True)
    number = models.CharField(_("Project number"), max_length=60, blank=True)
    starts_on = models.DateField(_("Starts on"), null=True, blank=True)
    ends_on = models.DateField(_("Ends on"), null=True, blank=True)
    grant = models.DecimalField(_("Grant (EUR)"), max_digits=12, decimal_places=2, null=True, blank=True)
    balance_paid_on = models.DateField(_("Balance paid on"), null=True, blank=True)
    time_zone = models.CharField(_("Time zone"), max_length=60, default="Europe/Brussels")
    languages = models.JSONField(_("Languages"), default=list)
    rule_set = models.ForeignKey(RuleSet, models.PROTECT, null=True, blank=True, related_name="projects")
    is_public = models.BooleanField(_("Has a public page"), default=False)
    minimum_group = models.PositiveSmallIntegerField(_("Smallest group shown"), default=5)
    on_track_from = models.DecimalField(_("On track from"), max_digits=3, decimal_places=2, default=Decimal("0.90"))
    behind_from = models.DecimalField(_("Behind from"), max_digits=3, decimal_places=2, default=Decimal("0.70"))
    tallies_folded = models.PositiveIntegerField(default=0, editable=False)
    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="project_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(on_track_from__gte=models.F("behind_from")),
                name="project_thresholds_in_order",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title) or self.code

    def get_absolute_url(self) -> str:
        return reverse("network:project_detail", args=[self.code])


class CountryAlias(models.Model):
    """A spelling of a country that is met in one project's lists: proposed on import, confirmed by a person."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="country_aliases")
    alias = models.CharField(max_length=40)
    country = models.CharField(max_length=2)

    class Meta:
        constraints = [models.UniqueConstraint("project", "alias", name="country_alias_once")]

    def __str__(self) -> str:
        return f"{self.alias} → {self.country}"
