from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import RelationshipKind
from network.models.organisation import Organisation
from network.models.project import Project
from network.models.scoped import InProjectQuerySet


class Relationship(TimestampedModel):
    """How one organisation stands to another, in a project, from a day to a day."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="relationships")
    source = models.ForeignKey(Organisation, models.CASCADE, related_name="relationships_out")
    kind = models.CharField(_("Kind"), max_length=24, choices=RelationshipKind)
    target = models.ForeignKey(Organisation, models.CASCADE, related_name="relationships_in")
    starts_on = models.DateField(_("From"), null=True, blank=True)
    ends_on = models.DateField(_("To"), null=True, blank=True)
    evidence = models.ForeignKey("network.Evidence", models.SET_NULL, null=True, blank=True, related_name="+")
    objects = InProjectQuerySet["Relationship"].as_manager()

    class Meta:
        ordering = ["source", "kind"]
        constraints = [
            models.UniqueConstraint("project", "source", "kind", "target", "starts_on", name="relationship_once"),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="relationship_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"
