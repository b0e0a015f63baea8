"""Begin a project from one YAML or JSON file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from core.problems import ProblemsFound
from network.enums import Role
from network.models import Project
from network.services.invitations import invite
from network.services.memberships import grant_membership
from network.services.projects import create_project, read_project_file


class Command(BaseCommand):
    help = "Creates a project from a file (docs/project_file.md). Nothing is written while anything in it is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--coordinator", metavar="EMAIL", help="who coordinates it: an account, or an invitation")
        parser.add_argument("--dry-run", action="store_true", help="only say what is wrong, or that all is well")

    def handle(self, *, file: Path, coordinator: str | None, dry_run: bool, **options: Any) -> None:
        try:
            content = file.read_bytes()
        except OSError as unreadable:
            raise CommandError(f"{file} cannot be opened: {unreadable.strerror}") from unreadable
        try:
            with transaction.atomic():
                project = create_project(read_project_file(file.name, content), by=None)
                told = self.welcome(project, coordinator) if coordinator else ""
                partners = project.partners.count()
                transaction.set_rollback(dry_run)
        except ProblemsFound as found:
            raise CommandError("\n".join(f"{p.message} {p.remedy}".strip() for p in found.problems)) from found
        done = "would be created" if dry_run else "is created"
        self.stdout.write(f"Project {project.code} {done}, with {partners} partners.{told}")

    def welcome(self, project: Project, email: str) -> str:
        """Make the account coordinator, or invite the address that has none yet."""
        if user := User.objects.filter(email__iexact=email).first():
            grant_membership(user=user, project=project, role=Role.COORDINATOR, by=None)
            return f" {user.email} coordinates it."
        invite(project=project, email=email, role=Role.COORDINATOR, by=None)
        return f" {email} is invited to coordinate it."
