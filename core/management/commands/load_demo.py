"""Load the demo data into an empty installation."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from core.demo import parts


class Command(BaseCommand):
    help = "Fill an empty installation with the demo projects, invented people and demo accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="Do nothing where there are accounts already.")

    def handle(self, *, if_empty: bool, **options: Any) -> None:
        if get_user_model().objects.exists():
            if if_empty:
                return
            raise CommandError("There are accounts already. The demo is for an empty installation only.")
        with transaction.atomic():
            for part in parts():
                self.stdout.write(f"  {part.name} …")
                part.build()
        with connection.cursor() as cursor:
            # The planner knows nothing of tables that were empty a minute ago.
            cursor.execute("ANALYZE")
        self.stdout.write("The demo data are loaded.")
