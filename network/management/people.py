"""Who acts through a command: the same permissions as on a page."""

from __future__ import annotations

from django.core.management.base import CommandError

from accounts.models import User
from core.problems import ProblemsFound
from network.models import Project


def acting(email: str, permission: str, project: Project) -> User:
    """The account that acts. Stops when there is none, or when it may not."""
    user = User.objects.filter(email=email.lower(), is_active=True).first()
    if user is None:
        raise CommandError(f"There is no active account {email}.")
    if not user.has_perm(permission, project):
        raise CommandError(f"{email} may not do this in {project.code}.")
    return user


def project_of(code: str) -> Project:
    project = Project.objects.filter(code__iexact=code).first()
    if project is None:
        known = ", ".join(Project.objects.values_list("code", flat=True))
        raise CommandError(f"There is no project {code}. There are: {known}.")
    return project


def all_at_once(found: ProblemsFound) -> CommandError:
    """Every problem of a refusal, one a line."""
    return CommandError("\n".join(f"{problem.message} {problem.remedy}".strip() for problem in found.problems))
