"""Translating the texts of a version: many at once, as a file out and in; nobody's words are overwritten unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from impact_study.enums import TextState
from impact_study.models import InstrumentVersion, Translation
from impact_study.rules.texts import kept_text, source_hash
from impact_study.services.texts import texts_of


@dataclass(frozen=True)
class Typed:
    """What a translator typed for one text, and what was there when they opened the page (`seen`)."""

    text: str
    state: str
    seen: str
    source: str | None = None


@dataclass(frozen=True)
class Clash:
    """Somebody else saved this text meanwhile: both are shown, theirs stands."""

    key: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Saved:
    changed: int
    clashes: Sequence[Clash]


def seen_as(text: str, state: str) -> str:
    """A mark of a text as it was read."""
    return sha256(f"{state}\n{text}".encode()).hexdigest()[:16]


@transaction.atomic
def save_translations(*, version: InstrumentVersion, language: str, typed: Mapping[str, Typed], by: User) -> Saved:
    """Save what was changed. A text that somebody saved meanwhile is left as it is and told of."""
    sources = texts_of(version)
    rows = {row.key: row for row in Translation.objects.filter(version=version, language=language, key__in=typed)}
    clashes, changed = [], 0
    for key, one in typed.items():
        if key not in sources:
            continue
        row, text = rows.get(key), kept_text(one.text)
        stored = (row.text, row.state) if row else ("", TextState.MISSING)
        if (text, one.state) == stored or (not text and not stored[0]):
            continue
        if seen_as(*stored) != one.seen or not _written(version, language, key, row, text, one, sources[key], by):
            clashes.append(Clash(key, stored[0], text))
            continue
        changed += 1
    if changed:
        audit.record("impact_study.version.translated", target=version, by=by, language=language, texts=changed)
    return Saved(changed, clashes)


def _written(
    version: InstrumentVersion, language: str, key: str, row: Translation | None, text: str, one: Typed, source: str,
    by: User,
) -> bool:  # fmt: skip
    made_from = source if one.source is None else one.source
    state = one.state if text and one.state != TextState.MISSING else TextState.DRAFT if text else TextState.MISSING
    values = {"text": text, "state": state, "source": made_from, "source_hash": source_hash(made_from)}
    if row is None:
        found, is_new = Translation.objects.get_or_create(
            version=version, language=language, key=key, defaults={**values, "changed_by": by}
        )
        return is_new or (found.text, found.state) == (text, state)
    same = Translation.objects.filter(pk=row.pk, text=row.text, state=row.state)
    return bool(same.update(**values, changed_by=by, changed_at=timezone.now()))
