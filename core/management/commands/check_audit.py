from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.audit_chain import check


class Command(BaseCommand):
    help = "Walk along the sealed audit log and say whether a line was changed or taken out."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", help="the head that was noted earlier; it must still be in the chain")

    def handle(self, *, head: str, **options: Any) -> None:
        found = check(known_head=head)
        self.stdout.write(f"{found.sealed} lines sealed, {found.waiting} waiting. Head: {found.head or '-'}")
        if found.faults:
            raise CommandError("\n".join(found.faults))
