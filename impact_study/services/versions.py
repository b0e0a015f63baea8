"""Versions of a questionnaire: published for good, continued in a new draft, compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from impact_study.enums import VersionState
from impact_study.models import Instrument, InstrumentVersion, QuestionRow, Translation
from impact_study.rules.definition import Definition, read_definition, trusted_definition
from impact_study.rules.definition.checking import definition_problems
from impact_study.rules.definition.difference import Change, difference
from impact_study.services.texts import texts_of


def definition_of(version: InstrumentVersion) -> Definition:
    return trusted_definition(version.definition)


def problems_of(version: InstrumentVersion) -> list[Problem]:
    """What keeps a draft from being published, and what to look at."""
    return definition_problems(definition_of(version), texts_of(version), version.base_language)


@transaction.atomic
def publish_version(*, version: InstrumentVersion, seen: int, by: User) -> InstrumentVersion:
    """Fix a draft for good, if it still is the revision that was looked at. Raises ProblemsFound."""
    stored = InstrumentVersion.objects.select_related("instrument__project").get(pk=version.pk)
    definition = read_definition(stored.definition)
    if stored.revision != seen or not stored.is_draft:
        raise ProblemsFound([_changed_meanwhile()])
    stop_on(definition_problems(definition, texts_of(stored), stored.base_language))
    same = InstrumentVersion.objects.filter(pk=stored.pk, revision=seen, state=VersionState.DRAFT)
    content, now = content_hash(stored), timezone.now()
    fixed = {"published_at": now, "published_by": by, "content_hash": content, "changed_at": now}
    if not same.update(state=VersionState.PUBLISHED, revision=F("revision") + 1, **fixed):
        raise ProblemsFound([_changed_meanwhile()])
    index_questions(stored, definition)
    stored.refresh_from_db()
    audit.record("impact_study.version.published", target=stored, by=by, number=stored.number, content_hash=content)
    return stored


def _changed_meanwhile() -> Problem:
    return Problem("conflict", _("Somebody changed the questionnaire after you opened this page. Look at it again."))


def content_hash(version: InstrumentVersion) -> str:
    """Of the definition and of the source texts: what respondents were asked."""
    told = [version.definition, texts_of(version)]
    return sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def index_questions(version: InstrumentVersion, definition: Definition) -> None:
    """Questions beside the definition, to be searched and compared."""
    scales = {code: scale.code for scale in definition.scales for code in scale.items}
    QuestionRow.objects.filter(version=version).delete()
    QuestionRow.objects.bulk_create(
        QuestionRow(
            version=version, code=question.code, order=order, kind=question.type, concept=question.concept,
            scale=scales.get(question.code, ""),
        )
        for order, question in enumerate(definition.questions)
    )  # fmt: skip


@transaction.atomic
def begin_draft(*, version: InstrumentVersion, by: User) -> InstrumentVersion:
    """A new draft that begins as this version; the one that is there already is answered instead."""
    Instrument.objects.select_for_update().get(pk=version.instrument_id)
    drafts = InstrumentVersion.objects.filter(instrument=version.instrument_id, state=VersionState.DRAFT)
    if (known := drafts.select_related("instrument__project").first()) is not None:
        return known
    last = InstrumentVersion.objects.filter(instrument=version.instrument_id).aggregate(last=Max("number"))["last"]
    draft = InstrumentVersion.objects.create(
        instrument=version.instrument, number=last + 1, definition=version.definition,
        base_language=version.base_language, languages=version.languages,
    )  # fmt: skip
    copy_texts(version, draft)
    audit.record("impact_study.version.begun", target=draft, by=by, number=draft.number)
    return draft


def copy_texts(source: InstrumentVersion, target: InstrumentVersion) -> None:
    """All texts with their states: a translation that was reviewed stays so while its source does not change."""
    rows = Translation.objects.filter(version=source)
    Translation.objects.bulk_create(
        (
            Translation(
                version=target, language=row.language, key=row.key, text=row.text, state=row.state,
                source_hash=row.source_hash, source=row.source, changed_by_id=row.changed_by_id,
            )
            for row in rows
        ),
        batch_size=500,
    )  # fmt: skip


def difference_of(old: InstrumentVersion, new: InstrumentVersion) -> list[Change]:
    return difference(definition_of(old), definition_of(new), texts_of(old), texts_of(new))


def as_document(version: InstrumentVersion) -> dict[str, Any]:
    """Everything of a version: the definition, and its texts with their states."""
    texts: dict[str, dict[str, str]] = {}
    states: dict[str, dict[str, str]] = {}
    for row in Translation.objects.filter(version=version).order_by("language", "key"):
        texts.setdefault(row.language, {})[row.key] = row.text
        states.setdefault(row.language, {})[row.key] = row.state
    return {"definition": version.definition, "texts": texts, "states": states}


def is_document(data: object) -> bool:
    return isinstance(data, Mapping) and isinstance(data.get("definition"), Mapping)


def newest_of(instrument: Instrument) -> InstrumentVersion:
    """The draft under way, else what was published last."""
    return (
        InstrumentVersion.objects.select_related("instrument__project").filter(instrument=instrument).latest("number")
    )
