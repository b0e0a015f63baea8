from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.models import Period, Project, Snapshot
from network.models.scoped import InProjectQuerySet
from reports.enums import ReportState
from reports.models.template import ReportTemplate, TemplateSection


class ReportQuerySet(InProjectQuerySet["Report"]):
    """Everybody in the project reads its reports: their texts and figures hold no names of participants."""

    def newest(self) -> Self:
        """The latest version of each report."""
        return self.filter(followed_by__isnull=True)


class Report(TimestampedModel):
    """What a project tells its agency about one period. Approval freezes it; a later change is a new version."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="reports")
    period = models.ForeignKey(Period, models.PROTECT, related_name="reports", verbose_name=_("Period"))
    template = models.ForeignKey(ReportTemplate, models.PROTECT, related_name="reports", verbose_name=_("Template"))
    language = models.CharField(_("Language"), max_length=5, choices=settings.LANGUAGES, default="en")
    number = models.PositiveSmallIntegerField(_("Version"), default=1)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    change_note = models.CharField(_("What changes"), max_length=300, blank=True)
    state = models.CharField(_("State"), max_length=12, choices=ReportState, default=ReportState.COLLECTING)
    due_on = models.DateField(_("Contributions due on"), null=True, blank=True)
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, null=True, blank=True, related_name="reports")
    frozen = models.JSONField(null=True, blank=True, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    approved_at = models.DateTimeField(_("Approved at"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    sent_on = models.DateField(_("Sent to the agency on"), null=True, blank=True)
    receipt = models.CharField(_("Number of the receipt"), max_length=100, blank=True)
    answered_on = models.DateField(_("Answered by the agency on"), null=True, blank=True)
    answer = models.TextField(_("Answer of the agency"), blank=True)
    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["project", "-period__starts_on", "language", "-number"]
        constraints = [
            models.UniqueConstraint("period", "template", "language", "number", name="report_version_once"),
            models.CheckConstraint(
                condition=~models.Q(state=ReportState.APPROVED)
                | models.Q(approved_at__isnull=False, snapshot__isnull=False, frozen__isnull=False),
                name="approved_report_is_frozen",
            ),
            models.CheckConstraint(
                condition=models.Q(sent_on__isnull=True) | models.Q(state=ReportState.APPROVED),
                name="only_an_approved_report_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} · {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("reports:report_detail", args=[self.project.code, self.pk])

    @property
    def is_approved(self) -> bool:
        return self.state == ReportState.APPROVED


class SectionQuerySet(InProjectQuerySet["Section"]):
    project_path = "report__project"


class Section(models.Model):
    """One section of one report; its texts are contributions, its remarks are settled before approval."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    outline = models.ForeignKey(TemplateSection, models.PROTECT, related_name="+")
    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ["report", "outline__order"]
        constraints = [models.UniqueConstraint("report", "outline", name="report_section_once")]

    def __str__(self) -> str:
        return str(self.outline)

    def get_absolute_url(self) -> str:
        return reverse("reports:section_detail", args=[self.report.project.code, self.pk])

    @property
    def project_id(self) -> int:
        return self.report.project_id
