from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import Project
from network.scope import Asker, scope_of
from reports.enums import FileFormat
from reports.models.report import Report


class ReportFileQuerySet(models.QuerySet["ReportFile"]):
    def visible_to(self, user: Asker) -> Self:
        """Evidence holds names: its archive is for those who may know all names of the project."""
        scope = scope_of(user)
        if scope.everything:
            return self
        with_names = models.Q(report__project__in=scope.projects_with_all_names)
        return self.filter(report__project__in=scope.projects).filter(~models.Q(format=FileFormat.ZIP) | with_names)

    def in_project(self, project: Project) -> Self:
        return self.filter(report__project=project)


class ReportFile(models.Model):
    """A report printed in one format. The same content is printed once and handed out again."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="files")
    format = models.CharField(_("Format"), max_length=4, choices=FileFormat)
    file = models.FileField(upload_to="reports/%Y/%m/", max_length=200)
    name = models.CharField(max_length=150)
    content_hash = models.CharField(max_length=64, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("Size"))
    pages = models.PositiveIntegerField(_("Pages"), null=True, blank=True)
    checks = models.JSONField(_("Accessibility check"), default=list, blank=True)
    is_preview = models.BooleanField(_("Preview"), default=False)
    made_at = models.DateTimeField(_("Made at"), auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    objects = ReportFileQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "pk"]
        constraints = [models.UniqueConstraint("report", "format", "content_hash", name="report_file_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reports:file_download", args=[self.report.project.code, self.pk])

    @property
    def project_id(self) -> int:
        return self.report.project_id
