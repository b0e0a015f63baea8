"""Saving one part of a draft. Two editors of different parts both win; of the same part, the second is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.problems import Problem, ProblemsFound
from impact_study.enums import VersionState
from impact_study.models import InstrumentVersion
from impact_study.rules.definition import read_definition
from impact_study.rules.editing import Document, digest, part_of
from impact_study.services.texts import drop_unused, texts_of, write_sources

TRIES = 5


@transaction.atomic
def save_part(
    *, version: InstrumentVersion, kind: str, code: str, seen: str, change: Callable[[Document], Document],
    texts: Mapping[str, str], by: User,
) -> InstrumentVersion:  # fmt: skip
    """Change one part that still is as its editor saw it. Raises ProblemsFound; code `conflict` if it is not.

    `seen` is the part's digest when its form was opened, empty for a new part. The document is replaced only if its
    revision is still the one the change was made from, so that nothing is overwritten unseen on any database.
    """

    def careful(document: Document) -> Document:
        stored = part_of(document, kind, code)
        if digest(stored, texts_of(version)) != seen:
            raise ProblemsFound([_conflict(is_gone=stored is None)])
        return change(document)

    stored = _replace(version, careful)
    write_sources(stored, texts, by=by)
    drop_unused(stored, read_definition(stored.definition).text_keys)
    audit.record("impact_study.version.changed", target=stored, by=by, kind=kind, code=code)
    return stored


@transaction.atomic
def rearrange(*, version: InstrumentVersion, change: Callable[[Document], Document], by: User) -> InstrumentVersion:
    """Move or delete parts: made anew from whatever stands now. Raises ProblemsFound."""
    stored = _replace(version, change)
    drop_unused(stored, read_definition(stored.definition).text_keys)
    audit.record("impact_study.version.changed", target=stored, by=by, kind="order")
    return stored


def _replace(version: InstrumentVersion, change: Callable[[Document], Document]) -> InstrumentVersion:
    for _try in range(TRIES):
        stored = InstrumentVersion.objects.select_related("instrument__project").get(pk=version.pk)
        if not stored.is_draft:
            message = _("This version is published: it does not change any more.")
            raise ProblemsFound([Problem("published", message, remedy=_("Begin a new draft from it."))])
        document = change(stored.definition)
        read_definition(document)
        same = InstrumentVersion.objects.filter(pk=stored.pk, revision=stored.revision, state=VersionState.DRAFT)
        values = {"languages": document["meta"]["languages"], "changed_at": timezone.now()}
        if same.update(definition=document, revision=F("revision") + 1, **values):
            stored.refresh_from_db(fields=["definition", "revision", "languages"])
            return stored
    raise ProblemsFound([Problem("busy", _("Too many people save at the same moment. Try again."))])


def _conflict(*, is_gone: bool) -> Problem:
    if is_gone:
        return Problem("gone", _("Somebody deleted this meanwhile. Copy what you typed before you leave the page."))
    message = _("Somebody saved this after you opened it. Compare both versions below and save again.")
    return Problem("conflict", message)
