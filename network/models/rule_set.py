from __future__ import annotations

from django.db import models

from network.enums import VisibilityScheme


class RuleSet(models.Model):
    """The rates, caps and duties of one call period, as data: nothing of the kind is a constant in code."""

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    call_from = models.PositiveSmallIntegerField()
    call_to = models.PositiveSmallIntegerField()
    visibility_scheme = models.CharField(max_length=12, choices=VisibilityScheme)
    lump_sum = models.BooleanField(default=False)

    class Meta:
        ordering = ["code", "version"]
        constraints = [
            models.UniqueConstraint("code", "version", name="rule_set_version_once"),
            models.CheckConstraint(
                condition=models.Q(call_to__gte=models.F("call_from")), name="rule_set_years_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} (v{self.version})"
