"""Responses from sheets: a dry run with a report first, then all of it or nothing."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit, jobs
from core.models import Job
from core.problems import Problem, ProblemsFound
from core.sheets import DEFAULT_LIMITS, find_table, read_workbook
from core.sheets.dates import Order
from core.sheets.numbers import Mark
from core.text import fold
from core.uploads import clean_name
from impact_study.enums import ChannelKind, Linkage, ResponseState, StudyState
from impact_study.models import Response, ResponseDelta, Translation, Wave
from impact_study.rules.codes import plain_code, pseudonym
from impact_study.rules.definition import trusted_definition
from impact_study.rules.importing import Asked, Read, Row, first_doubles, places_of, read_rows
from impact_study.services import linking
from impact_study.services.counters import delta
from impact_study.services.responses import counted_place, is_screened_out
from network.models import Partner

CHECK, APPLY = "impact_study.check_responses", "impact_study.import_responses"
FOLDER = "response-imports"
SHOWN_LINES = 1_000
KEPT_FOR = timedelta(days=1)
PIECE = 1_000


@dataclass
class Prepared:
    """What an import would store, and the report of it."""

    responses: list[Response]
    counts: dict[str, int]
    lines: list[dict[str, Any]]
    names: list[str] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Two preparations that would do the same have the same."""
        what = [self.counts, self.lines, [row.submission_hash for row in self.responses]]
        return sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()


def import_problems(wave: Wave) -> list[Problem]:
    """Paper may be typed in after a wave ended, but not after its study is closed."""
    if wave.study.state != StudyState.RUNNING:
        message = _("Answers are taken in only while the study is running.")
        return [Problem("study_not_running", message)]
    return []


def begin_check(
    *, wave: Wave, partner: Partner, content: bytes, name: str, language: str, by: User, mark: str = "",
    order: str = "",
) -> Job:  # fmt: skip
    """Keep the file and have it read, without storing an answer. Raises ProblemsFound."""
    if problems := import_problems(wave):
        raise ProblemsFound(problems)
    if len(content) > DEFAULT_LIMITS.file_bytes:
        raise ProblemsFound([Problem("file_large", _("The file is larger than 20 MB."), field="file")])
    kept = default_storage.save(f"{FOLDER}/{uuid4().hex}", ContentFile(content))
    return jobs.start(
        CHECK, by=by, project=wave.project, wave=wave.pk, partner=partner.pk, file=kept, name=clean_name(name),
        language=language, mark=mark, order=order,
    )  # fmt: skip


def begin_apply(*, check: Job, leave_out: bool, by: User) -> Job:
    """Store what a dry run showed. Raises ProblemsFound unless everything is kept or may be left out."""
    if check.result.get("counts", {}).get("not_kept") and not leave_out:
        message = _("Some of the file would not be kept.")
        remedy = _("Correct the file, or agree to leave that out.")
        raise ProblemsFound([Problem("not_all_kept", message, field="leave_out", remedy=remedy)])
    wave = Wave.objects.select_related("study__project").get(pk=check.params["wave"])
    return jobs.start(
        APPLY, by=by, project=wave.project, key=str(check.pk), digest=check.result["digest"], **check.params
    )


def prepare(
    *, wave: Wave, partner: Partner, file: str, name: str, language: str, mark: Mark | None, order: Order | None,
) -> Prepared:  # fmt: skip
    """Read the file against what is stored now. Raises ProblemsFound."""
    if not default_storage.exists(file):
        raise ProblemsFound([Problem("file_gone", _("The file is no longer kept."), remedy=_("Send it again."))])
    with default_storage.open(file) as stored:
        content = stored.read()
    today = timezone.now().astimezone(ZoneInfo(wave.study.time_zone)).date()
    asked = _asked(wave, mark, order)
    known = places_of(asked)
    sheet = next(sheet for sheet in read_workbook(content, name=name).sheets if sheet.rows)
    table = find_table(sheet, known=lambda text: fold(text) in known, numbered=False)
    read = read_rows(table, asked, today=today)
    if read.problems:
        raise ProblemsFound(read.problems)
    return _Preparing(wave, partner, read, sha256(content).hexdigest(), language, today).done()


def _asked(wave: Wave, mark: Mark | None, order: Order | None) -> Asked:
    texts: dict[str, dict[str, str]] = {}
    rows = Translation.objects.filter(version=wave.version).values_list("language", "key", "text")
    for told, key, text in rows:
        texts.setdefault(told, {})[key] = text
    definition = trusted_definition(wave.version.definition)
    version = wave.version
    return Asked(definition, texts, version.languages, version.number, wave.kind, wave.group, mark, order)


class _Preparing:
    def __init__(self, wave: Wave, partner: Partner, read: Read, digest: str, language: str, today: Any) -> None:
        self.wave, self.partner, self.read, self.digest = wave, partner, read, digest
        self.language, self.today, self.study = language, today, wave.study
        self.definition = trusted_definition(wave.version.definition)

    def done(self) -> Prepared:
        doubles = {row.number for row in first_doubles(self.read.rows)}
        found = {}
        for row in self.read.rows:
            if row.number in doubles:
                self.refuse(row, _("This respondent stands in the file already."))
            elif is_screened_out(self.definition, row.answers):
                self.refuse(row, _("This respondent did not agree to take part, or was screened out."))
            elif (name := self.name_of(row)) is not None:
                found[row.number] = (row, name, self.hash_of(row, name))
        known = self.stored({hashed for _row, _name, hashed in found.values()})
        kept = []
        for row, name, hashed in found.values():
            if hashed in known:
                self.refuse(row, _("This response is stored already."))
            else:
                kept.append((self.response(row, hashed), name))
        lines = [asdict(line) for line in self.read.report.lines]
        fates = Counter(line["fate"] for line in lines)
        counts = {"kept": len(kept), "changed": fates["changed"], "not_kept": fates["not_kept"]}
        return Prepared([row for row, _name in kept], counts, lines[:SHOWN_LINES], [name for _row, name in kept])

    def refuse(self, row: Row, why: str) -> None:
        self.read.report.note("not_kept", "", row.number, _("the row"), why)

    def name_of(self, row: Row) -> str | None:
        """The pseudonym that links a respondent's answers; empty for none, None for a wrong code."""
        code, respondent = row.facts.get("code", ""), row.facts.get("respondent", "")
        if self.study.linkage == Linkage.CODE and code:
            try:
                return linking.by_code(self.study, plain_code(code))
            except ProblemsFound as found:
                self.refuse(row, str(found.problems[0].message))
                return None
        return pseudonym(self.study.secret, "import", respondent) if respondent else ""

    def hash_of(self, row: Row, name: str) -> str:
        """The same as of answers online, so that a card counts once; without a name, of the file and its row."""
        return sha256(f"{self.wave.pk}:{name or f'{self.digest}:{row.number}'}".encode()).hexdigest()

    def stored(self, hashes: set[str]) -> set[str]:
        names, found = sorted(hashes), set[str]()
        for start in range(0, len(names), PIECE):
            rows = Response.objects.filter(submission_hash__in=names[start : start + PIECE])
            found.update(rows.values_list("submission_hash", flat=True))
        return found

    def response(self, row: Row, hashed: str) -> Response:
        facts = row.facts
        return Response(
            study=self.study, wave=self.wave, version=self.wave.version, partner=self.partner,
            country=facts.get("country") or self.partner.organisation.country,
            language=facts.get("language") or self.language, channel_kind=ChannelKind.PAPER,
            state=ResponseState.COMPLETE, day=row.day or self.today,
            seconds=int(facts["seconds"]) if "seconds" in facts else None, answers=row.answers,
            missing={code: str(reason) for code, reason in row.missing.items()}, submission_hash=hashed,
        )  # fmt: skip


def store(*, prepared: Prepared, digest: str, wave: Wave, by: User | None) -> int:
    """All responses with their counts in one transaction. Raises ProblemsFound when the dry run showed other ones."""
    if prepared.digest != digest:
        raise ProblemsFound([_changed()])
    if problems := import_problems(wave):
        raise ProblemsFound(problems)
    try:
        with transaction.atomic():
            for row, name in zip(prepared.responses, prepared.names, strict=True):
                if name and wave.study.linkage != Linkage.NONE:
                    row.participant = linking.participant_of(wave.study, name)
            Response.objects.bulk_create(prepared.responses, batch_size=PIECE)
            counts = Counter(counted_place(row) for row in prepared.responses)
            ResponseDelta.objects.bulk_create(delta(place, number) for place, number in counts.items())
            audit.record("impact_study.answers.imported", target=wave, by=by, rows=len(prepared.responses))
    except IntegrityError:
        raise ProblemsFound([_changed()]) from None
    return len(prepared.responses)


def _changed() -> Problem:
    message = _("Answers have come in since the file was checked.")
    return Problem("changed_meanwhile", message, remedy=_("Check it again."))


def forget_files() -> int:
    """Delete files that were checked a day ago and not taken in."""
    if not default_storage.exists(FOLDER):
        return 0
    names = [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
    late = [name for name in names if default_storage.get_modified_time(name) < timezone.now() - KEPT_FOR]
    for name in late:
        default_storage.delete(name)
    return len(late)
