"""Attach a file to every record of an occasion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from core.problems import ProblemsFound
from network.enums import EvidenceKind
from network.management.people import acting, all_at_once, project_of
from network.models import Occasion, Participation
from network.services.evidence import attach_evidence, keep_evidence


class Command(BaseCommand):
    help = "Keep a file as evidence and attach it to the records of an occasion that the account may change."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--project", required=True)
        parser.add_argument("--occasion", required=True, help="Title of the occasion.")
        parser.add_argument("--kind", default=EvidenceKind.SIGNED_LIST, choices=EvidenceKind.values)
        parser.add_argument("--by", required=True, help="E-mail of the account that acts.")

    @transaction.atomic
    def handle(self, *, file: Path, project: str, occasion: str, kind: str, by: str, **options: Any) -> None:
        found = project_of(project)
        user = acting(by, "network.add_evidence", found)
        where = Occasion.objects.in_project(found).filter(title=occasion).order_by("-pk").first()
        if where is None:
            raise CommandError(f"There is no occasion «{occasion}» in {project}.")
        listed = Participation.objects.visible_to(user).filter(occasion=where).select_related("partner")
        records = [record for record in listed if user.has_perm("network.change_participation", record)]
        if not records:
            raise CommandError("The occasion has no record that the account may change.")
        try:
            evidence = keep_evidence(
                project=found, partner=records[0].partner, kind=kind, by=user, proves_on=where.held_on,
                upload=ContentFile(file.read_bytes(), name=file.name),
            )  # fmt: skip
        except ProblemsFound as refused:
            raise all_at_once(refused) from refused
        attached = attach_evidence(evidence=[evidence], records=records, by=user)
        self.stdout.write(f"{evidence.given_name} (SHA-256 {evidence.sha256[:16]}…) proves {attached} more records.")
