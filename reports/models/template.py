from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from network.models import Project
from network.scope import Asker, scope_of
from reports.enums import SectionKind, Writer

NEWER = {"code": models.OuterRef("code"), "version__gt": models.OuterRef("version")}


class ReportTemplateQuerySet(models.QuerySet["ReportTemplate"]):
    def visible_to(self, user: Asker) -> Self:
        scope = scope_of(user)
        return self if scope.everything else self.filter(models.Q(project=None) | models.Q(project__in=scope.projects))

    def newest(self) -> Self:
        """The latest version of each template that is common to all projects."""
        newer = ReportTemplate.objects.filter(project__isnull=True, **NEWER)
        return self.filter(~models.Exists(newer), project__isnull=True)

    def newest_for(self, project: Project) -> Self:
        """What a project begins its reports with: its own version of a template, else the common one."""
        own = ReportTemplate.objects.filter(project=project)
        newest_own = models.Q(project=project) & ~models.Exists(own.filter(**NEWER))
        newer = ReportTemplate.objects.filter(project__isnull=True, **NEWER)
        common = models.Q(project__isnull=True) & ~models.Exists(own.filter(code=models.OuterRef("code")))
        return self.filter(newest_own | (common & ~models.Exists(newer)))


class ReportTemplate(TimestampedModel):
    """What a kind of report consists of. A report keeps the version it was begun with.

    Without a project it is common to the installation; what a coordinator changes becomes the project's own.
    """

    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="report_templates", verbose_name=_("Project")
    )
    code = models.SlugField(_("Code"), max_length=40)
    version = models.PositiveSmallIntegerField(_("Version"), default=1)
    name = LabelField(_("Name"))
    objects = ReportTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(
                "code",
                "version",
                condition=models.Q(project__isnull=True),
                name="report_template_version_once",
            ),
            models.UniqueConstraint("project", "code", "version", name="project_template_version_once"),
        ]

    def __str__(self) -> str:
        return in_language(self.name) or self.code


class TemplateSection(models.Model):
    """One section of a template: what stands there, who writes it, and how long it may be."""

    template = models.ForeignKey(ReportTemplate, models.CASCADE, related_name="sections")
    code = models.SlugField(_("Code"), max_length=40)
    order = models.PositiveSmallIntegerField(_("Order"))
    title = LabelField(_("Title"))
    help = LabelField(_("Help"), blank=True)
    kind = models.CharField(_("Kind"), max_length=16, choices=SectionKind, default=SectionKind.TEXT)
    chapter = models.CharField(_("Chapter"), max_length=60, blank=True)
    writer = models.CharField(_("Who writes"), max_length=16, choices=Writer, default=Writer.NOBODY)
    partner_number = models.PositiveSmallIntegerField(_("Number of the one partner"), null=True, blank=True)
    limit = models.PositiveIntegerField(_("Most characters"), default=5000)
    is_public = models.BooleanField(_("Is published"), default=False)
    is_annex = models.BooleanField(_("Is an annex"), default=False)

    class Meta:
        ordering = ["template", "order"]
        constraints = [
            models.UniqueConstraint("template", "code", name="template_section_code_once"),
            models.UniqueConstraint("template", "order", name="template_section_order_once"),
            models.CheckConstraint(
                condition=~models.Q(writer=Writer.ONE_PARTNER) | models.Q(partner_number__isnull=False),
                name="one_partner_section_names_it",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=SectionKind.TEXT) | models.Q(writer=Writer.NOBODY),
                name="only_text_sections_have_writers",
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title) or self.code
