"""Verify the submitted records of a project."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from network.enums import ParticipationState
from network.management.people import acting, project_of
from network.models import Participation
from network.services.verification import verify_participations


class Command(BaseCommand):
    help = "Verify what can be verified of a project's submitted records; say of the others why not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("project")
        parser.add_argument("--partner", type=int, help="Number of one partner; all without it.")
        parser.add_argument("--by", required=True, help="E-mail of the account that acts.")

    def handle(self, *, project: str, partner: int | None, by: str, **options: Any) -> None:
        found = project_of(project)
        user = acting(by, "network.verify_participations", found)
        waiting = Participation.objects.visible_to(user).in_project(found).filter(state=ParticipationState.SUBMITTED)
        if partner is not None:
            waiting = waiting.filter(partner__number=partner)
        decided = verify_participations(records=waiting, by=user)
        self.stdout.write(f"{len(decided.done)} verified, {len(decided.skipped)} skipped.")
        reasons = Counter(str(problem.message) for _record, problems in decided.skipped for problem in problems)
        for reason, count in reasons.most_common():
            self.stdout.write(f"  {count} × {reason}")
