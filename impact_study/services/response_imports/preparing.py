"""What an import of responses would store, against what is stored now."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from core.sheets import find_table, read_workbook
from core.sheets.dates import Order
from core.sheets.numbers import Mark
from core.text import fold
from impact_study.enums import ChannelKind, Linkage, ResponseState
from impact_study.models import Response, Translation, Wave
from impact_study.rules.codes import plain_code, pseudonym
from impact_study.rules.definition import trusted_definition
from impact_study.rules.importing.columns import Asked, places_of
from impact_study.rules.importing.reading import read_rows
from impact_study.rules.importing.rows import Read, Row, first_doubles
from impact_study.services import linking
from impact_study.services.responses import is_screened_out
from network.models import Partner

SHOWN_LINES = 1_000
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
