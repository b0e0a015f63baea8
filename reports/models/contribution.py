from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models import Partner
from network.models.scoped import InProjectQuerySet
from reports.enums import OPEN_FOR_WRITING, ContributionState, ReportState
from reports.models.report import Section


class ContributionQuerySet(InProjectQuerySet["Contribution"]):
    project_path = "section__report__project"

    def awaited(self) -> Self:
        """Not handed in yet, in reports that are still being written."""
        return self.filter(state__in=OPEN_FOR_WRITING).exclude(section__report__state=ReportState.APPROVED)


class Contribution(TimestampedModel):
    """The text of one partner, or (without a partner) of the coordinator, for one section.

    `version` counts the saves: whoever saves over a newer text is shown both.
    """

    section = models.ForeignKey(Section, models.CASCADE, related_name="contributions")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="contributions")
    state = models.CharField(_("State"), max_length=10, choices=ContributionState, default=ContributionState.TO_DO)
    text = models.TextField(_("Text"), blank=True)
    version = models.PositiveIntegerField(default=1)
    due_on = models.DateField(_("Due on"), null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Why it was returned"), blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["section", "partner__number"]
        constraints = [
            models.UniqueConstraint("section", "partner", name="contribution_once_per_partner"),
            models.UniqueConstraint(
                "section", condition=models.Q(partner__isnull=True), name="coordinator_contribution_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ContributionState.RETURNED) | ~models.Q(reason=""),
                name="returned_contribution_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} · {self.partner}" if self.partner else str(self.section)

    def get_absolute_url(self) -> str:
        return reverse("reports:contribution_write", args=[self.section.report.project.code, self.pk])

    @property
    def project_id(self) -> int:
        return self.section.report.project_id

    @property
    def limit(self) -> int:
        return self.section.outline.limit

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_FOR_WRITING
