"""Import a sheet without a browser: the same steps, the same questions, the same rules."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.models import User
from core.problems import ProblemsFound
from core.sheets import ReadOptions
from network.enums import ImportKind
from network.management.people import project_of
from network.models import Evidence, ImportBatch, Partner
from network.services.importing import answer_questions, apply_import, decide_rows, open_import, preview_import
from network.services.importing.figures import open_questions
from network.services.importing.occasions import occasion_named
from network.services.importing.telling import outcome_words, problem_words, questions_as_yaml, unused_columns

OPEN_QUESTIONS = 3
MATCH = "match:"


class Command(BaseCommand):
    help = (
        "Imports people, organisations, attendance or placements from a CSV, Excel or OpenDocument sheet. "
        "While a question is open nothing is stored: the questions are printed as YAML, to be completed and "
        "handed back with --answers. Exit codes: 0 done, 1 refused, 3 questions are open."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--project", required=True, metavar="CODE")
        parser.add_argument("--partner", required=True, metavar="NUMBER_OR_NAME")
        parser.add_argument("--kind", choices=ImportKind.values, default=ImportKind.PEOPLE)
        parser.add_argument("--occasion", metavar="ID_OR_TITLE", help="what people took part in; a new title is added")
        parser.add_argument("--held-on", type=date.fromisoformat, metavar="DAY", help="the day of a new occasion")
        parser.add_argument("--category", default="", metavar="CODE", help="of rows without a function")
        parser.add_argument("--encoding", default="")
        parser.add_argument("--delimiter", default="")
        parser.add_argument("--answers", type=Path, metavar="YAML")
        parser.add_argument("--by", metavar="EMAIL", help="import in this account's name, with its rights")
        parser.add_argument("--dry-run", action="store_true", help="show what would happen, store nothing")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        kept: set[str] = set(Evidence.objects.values_list("file", flat=True))
        self.original: Evidence | None = None
        try:
            with transaction.atomic():
                batch = self.previewed(file, **options)
                if still_open := open_questions(batch):
                    self.stdout.write(questions_as_yaml(batch))
                    raise CommandError(f"{still_open} questions are open.", returncode=OPEN_QUESTIONS)
                batch = apply_import(batch=batch, by=self.actor(options["by"]))
                told, faults = outcome_words(batch), [*unused_columns(batch), *problem_words(batch)]
                transaction.set_rollback(dry_run)
        except ProblemsFound as found:
            raise CommandError("\n".join(f"{p.message} {p.remedy}".strip() for p in found.problems)) from found
        finally:
            forget_file(self.original, kept)
        self.stdout.write("Nothing is stored." if dry_run else f"Import {batch.pk} is done.")
        self.stdout.write(told)
        for line in faults:
            self.stderr.write(line)

    def previewed(self, file: Path, **options: Any) -> ImportBatch:
        """Opened and read with all answers given."""
        partner, by = self.partner(options["project"], options["partner"]), self.actor(options["by"])
        if by and not by.has_perm("network.write_for_partner", partner):
            raise CommandError(f"{by.email} may not write for {partner}.")
        occasion = occasion_named(options["occasion"], partner=partner, held_on=options["held_on"], by=by)
        batch = open_import(
            partner=partner, kind=options["kind"], upload=ContentFile(read_bytes(file), file.name), by=by,
            occasion=occasion, category=options["category"],
            options=ReadOptions(options["encoding"], options["delimiter"]),
        )  # fmt: skip
        self.original = batch.original
        preview_import(batch)
        if options["answers"]:
            self.settle(batch, read_answers(options["answers"]), by=by)
        return batch

    def settle(self, batch: ImportBatch, answers: dict[str, str], *, by: User | None) -> None:
        """Answers first, since matches may only show once everything is read; rows are decided after."""
        rows = {key.removeprefix(MATCH): answer for key, answer in answers.items() if key.startswith(MATCH)}
        rows.pop("*", None)
        rest = {key: answer for key, answer in answers.items() if key.removeprefix(MATCH) not in rows}
        answer_questions(batch=batch, answers=rest, by=by)
        preview_import(batch)
        decide_rows(batch=batch, decisions=rows, by=by)
        preview_import(batch)

    def partner(self, code: str, named: str) -> Partner:
        project = project_of(code)
        partners = list(Partner.objects.in_project(project).select_related("organisation", "project"))
        fitting = [one for one in partners if named in (str(one.number), str(one), one.organisation.name, one.label)]
        if len(fitting) != 1:
            known = ", ".join(f"{one.number} ({one})" for one in partners)
            raise CommandError(f"{named} is no partner of {code}. Partners: {known}.")
        return fitting[0]

    def actor(self, email: str | None) -> User | None:
        if not email:
            return None
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"There is no account {email}.")
        return user


def read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as unreadable:
        raise CommandError(f"{file} cannot be opened: {unreadable.strerror}") from unreadable


def read_answers(file: Path) -> dict[str, str]:
    """Answers that were given; those left empty are still open."""
    try:
        answers = yaml.safe_load(read_bytes(file).decode()) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        raise CommandError(f"{file} is not YAML: {wrong}") from wrong
    if not isinstance(answers, dict):
        raise CommandError(f"{file} must hold one answer a line, as the questions were printed.")
    return {str(key): _text(answer) for key, answer in answers.items() if answer is not None}


def _text(answer: object) -> str:
    """YAML takes yes and no for more than words."""
    return {True: "yes", False: "no"}.get(answer, str(answer)) if isinstance(answer, bool) else str(answer)


def forget_file(original: Evidence | None, kept: set[str]) -> None:
    """A file whose row was not stored goes as well."""
    name = original.file.name if original else ""
    if original and name and name not in kept and not Evidence.objects.filter(file=name).exists():
        original.file.storage.delete(name)
