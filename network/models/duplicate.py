from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import TimestampedModel
from network.enums import Unit
from network.models.organisation import Organisation
from network.models.person import Person
from network.models.project import Project
from network.scope import Asker, scope_of


class PossibleDuplicateQuerySet(models.QuerySet["PossibleDuplicate"]):
    def visible_to(self, user: Asker) -> Self:
        """Pairs of which the user may know both sides."""
        scope = scope_of(user)
        if scope.everything:
            return self
        people = Person.objects.visible_to(user)
        return self.filter(project__in=scope.projects).filter(
            models.Q(first__isnull=True) | models.Q(first__in=people, second__in=people)
        )

    def in_project(self, project: Project) -> Self:
        return self.filter(project=project)

    def open(self) -> Self:
        return self.filter(settled_at__isnull=True)


class PossibleDuplicate(TimestampedModel):
    """Two records that may be one. A person decides; nothing is merged by itself."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="possible_duplicates")
    unit = models.CharField(max_length=12, choices=Unit)
    first = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    first_organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    second_organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    why = models.CharField(_("Why"), max_length=200)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    are_same = models.BooleanField(null=True)
    objects = PossibleDuplicateQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "project", "first", "second", condition=models.Q(first__isnull=False), name="person_pair_once"
            ),
            models.UniqueConstraint(
                "project",
                "first_organisation",
                "second_organisation",
                condition=models.Q(first_organisation__isnull=False),
                name="organisation_pair_once",
            ),
        ]

    def __str__(self) -> str:
        return self.why


class Merge(TimestampedModel):
    """Two records made one, with all that is needed to take it back."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="merges")
    unit = models.CharField(max_length=12, choices=Unit)
    survivor_id = models.BigIntegerField()
    merged_id = models.BigIntegerField()
    moved = models.JSONField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.survivor_id}"
