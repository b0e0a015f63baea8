"""Questionnaires of a project's library: new ones from a document, a file or another questionnaire."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound, stop_on
from impact_study.enums import TextState
from impact_study.models import Instrument, InstrumentVersion
from impact_study.rules.definition import read_definition
from impact_study.rules.editing import Document, plain_code, with_meta
from impact_study.services.texts import write_all
from impact_study.services.versions import as_document, copy_texts, is_document
from network.models import Project

LARGEST_FILE = 5_000_000


@transaction.atomic
def create_instrument(
    *, project: Project, code: str, title: Mapping[str, str], group: str, document: Document,
    texts: Mapping[str, Mapping[str, str]], by: User, states: Mapping[str, Mapping[str, str]] | None = None,
) -> InstrumentVersion:  # fmt: skip
    """A questionnaire with its first draft. Raises ProblemsFound."""
    if Instrument.objects.filter(project=project, code=code).exists():
        message = _("Another questionnaire of the project has this code.")
        raise ProblemsFound([Problem("code_taken", message, field="code")])
    definition = read_definition(document)
    instrument = Instrument.objects.create(project=project, code=code, title=dict(title), group=group)
    version = InstrumentVersion.objects.create(
        instrument=instrument, number=1, definition=document, base_language=definition.base_language,
        languages=list(definition.languages),
    )  # fmt: skip
    wanted = set(definition.text_keys)
    write_all(
        version,
        {language: {key: text for key, text in spoken.items() if key in wanted} for language, spoken in texts.items()},
        by=by, states=states,
    )  # fmt: skip
    audit.record("impact_study.instrument.added", target=instrument, by=by, code=code)
    return version


@transaction.atomic
def copy_instrument(
    *, version: InstrumentVersion, code: str, title: Mapping[str, str], group: str, by: User
) -> InstrumentVersion:
    """A questionnaire of its own that begins as a version of another one."""
    copy = create_instrument(
        project=version.project, code=code, title=title, group=group, texts={}, by=by,
        document=with_meta(version.definition, {"code": plain_code(code)}),
    )  # fmt: skip
    copy_texts(version, copy)
    return copy


def size_problems(content: bytes) -> list[Problem]:
    if len(content) > LARGEST_FILE:
        return [Problem("file_large", _("The file is larger than 5 MB."), field="file")]
    return []


def read_document(content: bytes) -> tuple[Document, dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """Definition, texts and states of an exported file. Raises ProblemsFound."""
    stop_on(size_problems(content))
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as unreadable:
        message = _("The file cannot be read as JSON in UTF-8: %(why)s") % {"why": unreadable}
        raise ProblemsFound([Problem("unreadable", message, field="file")]) from unreadable
    if not is_document(data):
        message = _("The file holds no questionnaire: the part “definition” is missing.")
        raise ProblemsFound([Problem("no_definition", message, field="file")])
    definition = read_definition(data["definition"])
    return data["definition"], _by_language(data.get("texts"), definition.languages), _states(data.get("states"))


def _by_language(given: Any, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    if not isinstance(given, Mapping):
        return {}
    return {
        language: {str(key): text for key, text in spoken.items() if isinstance(text, str)}
        for language, spoken in given.items()
        if language in languages and isinstance(spoken, Mapping)
    }


def _states(given: Any) -> dict[str, dict[str, str]]:
    if not isinstance(given, Mapping):
        return {}
    return {
        str(language): {str(key): state for key, state in told.items() if state in TextState.values}
        for language, told in given.items()
        if isinstance(told, Mapping)
    }


def export_document(version: InstrumentVersion) -> bytes:
    return json.dumps(as_document(version), ensure_ascii=False, indent=1).encode()
