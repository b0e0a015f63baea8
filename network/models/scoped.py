"""What whoever works in a project may read: most nouns of the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models

from network.scope import Asker, scope_of

if TYPE_CHECKING:
    from network.models.project import Project


class InProjectQuerySet[M: models.Model](models.QuerySet[M]):
    """`project_path` leads from a row to its project."""

    project_path: ClassVar[str] = "project"

    def visible_to(self, user: Asker) -> Self:
        scope = scope_of(user)
        return self if scope.everything else self.filter(**{f"{self.project_path}__in": scope.projects})

    def in_project(self, project: Project) -> Self:
        return self.filter(**{self.project_path: project})
