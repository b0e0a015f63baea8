from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.labels import LabelField, in_language
from network.enums import RespondentGroup, Unit
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class Category(models.Model):
    """A kind of stakeholder a project promised to involve. Twenty employees of one enterprise are one enterprise."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="categories")
    code = models.SlugField(_("Code"), max_length=30)
    name = LabelField(_("Name"))
    unit = models.CharField(_("Unit"), max_length=12, choices=Unit)
    order = models.PositiveSmallIntegerField(default=0)
    evidence_on_site = models.JSONField(default=list, blank=True)
    evidence_virtual = models.JSONField(default=list, blank=True)
    allows_unnamed = models.BooleanField(_("Unnamed heads are allowed"), default=False)
    counts_own_staff = models.BooleanField(_("Staff of partners count"), default=True)
    counts_organisers = models.BooleanField(_("Organisers and speakers count"), default=True)
    respondent_groups = models.JSONField(default=list, blank=True)
    stated_total = models.PositiveIntegerField(_("Total stated in the grant"), null=True, blank=True)
    objects = InProjectQuerySet["Category"].as_manager()

    class Meta:
        ordering = ["project", "order"]
        verbose_name_plural = "categories"
        constraints = [models.UniqueConstraint("project", "code", name="category_code_once")]

    def __str__(self) -> str:
        return in_language(self.name) or self.code

    @property
    def counts_people(self) -> bool:
        return self.unit == Unit.PERSON

    @property
    def groups(self) -> list[RespondentGroup]:
        return [RespondentGroup(group) for group in self.respondent_groups]
