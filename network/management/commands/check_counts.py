"""Compare the kept figures with a full count."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from network.models import Project
from network.services.checking import full_count, full_states, kept_count, kept_states, rebuild


class Command(BaseCommand):
    help = "Compare each project's kept figures with a full count of its verified records."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--project", help="Code of one project; all without it.")
        parser.add_argument("--repair", action="store_true", help="Count anew where they differ.")

    def handle(self, *, project: str | None, repair: bool, **options: Any) -> None:
        wrong = 0
        for found in Project.objects.filter(code=project) if project else Project.objects.all():
            kept, counted = kept_count(found), full_count(found)
            self.stdout.write(f"{found.code}: {sum(counted.values())} counted, {sum(kept.values())} kept")
            if kept != counted or kept_states(found) != full_states(found):
                wrong += 1
                if repair:
                    rebuild(found)
        if wrong and not repair:
            raise CommandError(f"{wrong} project(s) differ. Run again with --repair.")
