"""What whoever works in a project may read: most nouns of the platform, and those that name people."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models

from network.scope import Asker, Scope, scope_of

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


class PersonalDataQuerySet[M: models.Model](InProjectQuerySet[M]):
    """Rows that name people: the own partner's, or all of a project for coordinator and auditor."""

    partner_path: ClassVar[str] = "partner"

    def visible_to(self, user: Asker) -> Self:
        scope = scope_of(user)
        return self if scope.everything else self.filter(self.opened_by(scope))

    def opened_by(self, scope: Scope) -> models.Q:
        own = models.Q(**{f"{self.partner_path}__in": scope.partners_with_names})
        return own | models.Q(**{f"{self.project_path}__in": scope.projects_with_all_names})
