"""The texts of a version by language: read, and written with what that does to translations."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils import timezone

from accounts.models import User
from impact_study.enums import TextState
from impact_study.models import InstrumentVersion, Translation
from impact_study.rules.texts import kept_text, source_hash


def texts_of(version: InstrumentVersion, language: str = "") -> dict[str, str]:
    """The texts by key, in the base language unless told otherwise."""
    rows = Translation.objects.filter(version=version, language=language or version.base_language)
    return dict(rows.values_list("key", "text"))


def texts_in_words(version: InstrumentVersion, language: str) -> dict[str, str]:
    """The texts in a language, those of the source where there is none."""
    own = texts_of(version, language) if language != version.base_language else {}
    return {**texts_of(version), **{key: text for key, text in own.items() if text}}


def write_sources(version: InstrumentVersion, texts: Mapping[str, str], *, by: User | None) -> list[str]:
    """Write texts of the base language; translations of what changed go back to draft. Answers the changed keys."""
    known = texts_of(version)
    clean = {key: kept_text(text) for key, text in texts.items()}
    changed = [key for key, text in clean.items() if known.get(key) != text]
    base = version.base_language
    for key in changed:
        Translation.objects.update_or_create(
            version=version, language=base, key=key,
            defaults={"text": clean[key], "state": TextState.APPROVED, "changed_by": by},
        )  # fmt: skip
    translated = Translation.objects.filter(version=version, key__in=changed).exclude(language=base).exclude(text="")
    translated.update(state=TextState.DRAFT, changed_at=timezone.now())
    return changed


def drop_unused(version: InstrumentVersion, keys: Collection[str]) -> None:
    """Texts of what was taken out of a draft go with it."""
    Translation.objects.filter(version=version).exclude(key__in=keys).delete()


def write_all(
    version: InstrumentVersion, texts: Mapping[str, Mapping[str, str]], *, by: User | None,
    states: Mapping[str, Mapping[str, str]] | None = None,
) -> None:  # fmt: skip
    """The texts of a new version in all its languages, by language and key; `states` say how far each is."""
    base = version.base_language
    sources = {key: kept_text(text) for key, text in texts.get(base, {}).items()}
    rows = []
    for language, spoken in texts.items():
        for key, text in spoken.items():
            source = sources.get(key, "")
            known = (states or {}).get(language, {}).get(key)
            state = TextState.APPROVED if language == base else known or TextState.DRAFT
            made_from = {} if language == base else {"source": source, "source_hash": source_hash(source)}
            rows.append(
                Translation(
                    version=version, language=language, key=key, text=kept_text(text), state=state, changed_by=by,
                    **made_from,
                )
            )  # fmt: skip
    Translation.objects.bulk_create(rows, batch_size=500)
