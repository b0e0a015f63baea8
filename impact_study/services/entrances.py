"""The way into a survey, read seldom: a page that many open at once asks the database nothing.

What is read is kept for a few seconds, so that a link is dead that soon after somebody withdraws it. Opening and
closing go by the clock and are exact; the limit of a channel is decided when an answer is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from time import monotonic
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max

from core.remembered import Remembered
from impact_study.enums import ChannelKind, Linkage, WaveKind
from impact_study.models import Channel, InstrumentVersion, Study, Translation, Wave
from impact_study.rules.compiled import CompiledSurvey, Texts, compile_survey
from impact_study.rules.definition import trusted_definition
from impact_study.rules.doors import Door
from impact_study.rules.retro import with_then
from impact_study.services.steps import flush_steps

KEPT_SECONDS = 5
KNOWN = tuple(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True)
class Entrance:
    """A channel with everything its pages need. `stamp` changes with every text of the questionnaire."""

    channel: Channel
    stamp: str
    then: Wave | None

    @property
    def wave(self) -> Wave:
        return self.channel.wave

    @property
    def study(self) -> Study:
        return self.channel.wave.study

    @cached_property
    def country(self) -> str:
        return self.channel.partner.organisation.country

    @cached_property
    def door(self) -> Door:
        channel, wave = self.channel, self.wave
        return Door(wave.study.state, wave.opens_at, wave.closes_at, channel.revoked_at is not None, channel.is_full)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        version = self.wave.version
        return tuple(code for code in KNOWN if code in version.languages) or (version.base_language,)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.study.time_zone)

    @property
    def is_kiosk(self) -> bool:
        return self.channel.kind == ChannelKind.KIOSK

    @property
    def is_personal(self) -> bool:
        return self.channel.kind == ChannelKind.PERSONAL_LINK

    @property
    def asks_code(self) -> bool:
        return self.study.linkage == Linkage.CODE or self.channel.kind == ChannelKind.CODE

    @property
    def asks_self_code(self) -> bool:
        return self.study.linkage == Linkage.SELF_CODE

    @property
    def needs_account(self) -> bool:
        return self.study.linkage == Linkage.ACCOUNT

    @property
    def is_free(self) -> bool:
        """Whoever has the address may begin, with nothing to tell first."""
        return not (self.is_personal or self.asks_code or self.asks_self_code or self.needs_account)

    def day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def survey(self, language: str, version: int | None = None) -> CompiledSurvey:
        """The questionnaire in a language; a running response asks for the version it began with."""
        return compiled(version or self.wave.version_id, language, self.stamp, retro=self.then is not None)


_entrances: Remembered[Entrance | None] = Remembered(size=256)
_surveys: Remembered[CompiledSurvey] = Remembered(size=128)


def entrance_of(slug: str) -> Entrance | None:
    return _entrances.get((slug, int(monotonic() / KEPT_SECONDS)), lambda: _read(slug))


def _read(slug: str) -> Entrance | None:
    flush_steps()
    rows = Channel.objects.select_related(
        "wave__study__project__rule_set", "wave__version__instrument", "partner__organisation"
    )
    channel = rows.defer("wave__version__definition").filter(slug=slug).first()
    return None if channel is None else Entrance(channel, texts_stamp(channel.wave.version_id), _then(channel.wave))


def _then(wave: Wave) -> Wave | None:
    """The wave that looks back, filled by the same pages."""
    if wave.kind != WaveKind.POST:
        return None
    return Wave.objects.filter(study=wave.study, group=wave.group, kind=WaveKind.RETRO_PRE).first()


def texts_stamp(version: int) -> str:
    """Translations may still come after publication: their last change tells."""
    found = Translation.objects.filter(version=version).aggregate(last=Max("changed_at"), newest=Max("pk"))
    return f"{found['last']}:{found['newest']}"


def compiled(version: int, language: str, stamp: str, *, retro: bool = False) -> CompiledSurvey:
    return _surveys.get((version, language, stamp, retro), lambda: _compile(version, language, retro=retro))


def _compile(version: int, language: str, *, retro: bool) -> CompiledSurvey:
    row = InstrumentVersion.objects.get(pk=version)
    by_language: dict[str, dict[str, str]] = {language: {}, row.base_language: {}}
    rows = Translation.objects.filter(version=row, language__in=by_language)
    for in_language, key, text in rows.values_list("language", "key", "text"):
        by_language[in_language][key] = text
    definition = trusted_definition(row.definition)
    texts = Texts(language, row.base_language, _filled(by_language[language]), _filled(by_language[row.base_language]))
    languages = [code for code in KNOWN if code in row.languages] or [row.base_language]
    if retro:
        definition, texts = with_then(definition, texts)
    return compile_survey(definition, texts, languages)


def _filled(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {key: text for key, text in texts.items() if text}
