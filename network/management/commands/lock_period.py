"""Lock a reporting period."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.problems import ProblemsFound
from network.management.people import acting, all_at_once, project_of
from network.models import Period
from network.services.periods import lock_period


class Command(BaseCommand):
    help = "Lock a period into a snapshot."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("project")
        parser.add_argument("period", help="Its name.")
        parser.add_argument("--by", required=True, help="E-mail of the account that acts.")

    def handle(self, *, project: str, period: str, by: str, **options: Any) -> None:
        found = project_of(project)
        user = acting(by, "network.change_period", found)
        wanted = Period.objects.in_project(found).filter(name=period).first()
        if wanted is None:
            raise CommandError(f"There is no period «{period}» in {project}.")
        try:
            snapshot = lock_period(period=wanted, by=user)
        except ProblemsFound as refused:
            raise all_at_once(refused) from refused
        self.stdout.write(f"{wanted} is locked. Snapshot {snapshot.number}, SHA-256 {snapshot.sha256}")
