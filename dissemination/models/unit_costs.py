from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models import Output, Project, RuleSet
from network.models.scoped import InProjectQuerySet


class MultiplierRates(models.Model):
    """What a call pays for a head at a multiplier event, with where the figures come from."""

    rule_set = models.OneToOneField(RuleSet, models.CASCADE, related_name="multiplier_rates")
    local = models.DecimalField(_("Local head (EUR)"), max_digits=8, decimal_places=2)
    international = models.DecimalField(_("International head (EUR)"), max_digits=8, decimal_places=2)
    project_cap = models.DecimalField(
        _("Most per project (EUR)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    virtual_percent = models.DecimalField(
        _("Virtual head, percent of the local rate"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    virtual_cap = models.DecimalField(
        _("Most per project for virtual heads (EUR)"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    source = models.CharField(max_length=300)
    status = models.CharField(max_length=40)

    class Meta:
        verbose_name_plural = "multiplier rates"

    def __str__(self) -> str:
        return str(self.rule_set)


class MultiplierAward(TimestampedModel):
    """What the grant agreement foresees for a project's multiplier events."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="multiplier_award")
    amount = models.DecimalField(_("Awarded for multiplier events (EUR)"), max_digits=12, decimal_places=2)
    objects = InProjectQuerySet["MultiplierAward"].as_manager()

    def __str__(self) -> str:
        return f"{self.amount}"


class GrantedResult(TimestampedModel):
    """A result with a budget in the grant: only events that present one are paid."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="granted_results")
    output = models.OneToOneField(Output, models.CASCADE, related_name="granted")
    objects = InProjectQuerySet["GrantedResult"].as_manager()

    class Meta:
        ordering = ["project", "pk"]

    def __str__(self) -> str:
        return str(self.output)
