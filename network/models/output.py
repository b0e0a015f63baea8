from __future__ import annotations

from typing import Self

from django.db import models

from core.labels import LabelField, in_language
from core.models import TimestampedModel
from network.models.partner import Partner
from network.models.project import Project
from network.scope import Asker, scope_of


class OutputQuerySet(models.QuerySet["Output"]):
    def visible_to(self, user: Asker) -> Self:
        scope = scope_of(user)
        return self if scope.everything else self.filter(project__in=scope.projects)

    def in_project(self, project: Project) -> Self:
        return self.filter(project=project)


class Output(TimestampedModel):
    """The card of something that was made (a film, a finding, a recommendation), for neighbours to point at."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="outputs")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, blank=True, related_name="outputs")
    kind = models.SlugField(max_length=30)
    title = LabelField()
    address = models.CharField(max_length=300)
    anchor = models.CharField(max_length=60, blank=True)
    figure = models.JSONField(null=True, blank=True)
    is_public = models.BooleanField(default=False)
    objects = OutputQuerySet.as_manager()

    class Meta:
        ordering = ["project", "kind", "pk"]
        constraints = [models.UniqueConstraint("project", "address", "anchor", name="output_card_once")]

    def __str__(self) -> str:
        return in_language(self.title)
