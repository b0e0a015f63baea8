"""The questionnaires of the six groups, built from the item bank for each wave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from impact_study.enums import WaveKind
from impact_study.instruments.bank import bank
from impact_study.instruments.filters import filters_for
from impact_study.instruments.indices import scales_for
from impact_study.instruments.lists import choice_list, partner_list
from impact_study.instruments.pages import pages_of
from impact_study.instruments.words import LANGUAGES, variant, words
from impact_study.rules.definition import ChoiceList, Definition, Page
from network.enums import RespondentGroup

OWN_COMPANY = {RespondentGroup.ENTERPRISE, RespondentGroup.TRAINER}
OWN_COUNTRY = {RespondentGroup.DIRECTOR, RespondentGroup.PUBLIC_BODY}


@dataclass(frozen=True)
class BuiltInstrument:
    """A questionnaire and its texts by language and key."""

    definition: Definition
    texts: Mapping[str, Mapping[str, str]]


def build_instrument(
    group: RespondentGroup, wave: WaveKind, partners: Mapping[str, str] | None = None
) -> BuiltInstrument:
    """The questionnaire of a group in a wave; `partners` are names by code, where people are to choose theirs.

    In the retrospective form the plain codes (`stu_01`) hold what people say of the time before, and the codes
    with `_today` what they say of today.
    """
    partners = partners or {}
    items = [item for item in bank() if item.group == group and wave in item.waves]
    pages = (
        *_filter_pages(group, wave, partners=bool(partners)),
        *pages_of(items, looking_back=wave == WaveKind.RETRO_PRE),
    )
    questions = [question for page in pages for question in page.questions]
    lists = dict.fromkeys(question.choices for question in questions if question.choices)
    definition = Definition(
        code=f"{group}_{wave}",
        base_language=LANGUAGES[0],
        languages=LANGUAGES,
        title="meta.title",
        pages=pages,
        choice_lists=tuple(_list(code, partners) for code in lists),
        scales=tuple(scales_for({question.code for question in questions})),
    )
    return BuiltInstrument(
        definition, {language: _texts(definition, group, partners, language) for language in LANGUAGES}
    )


def _filter_pages(group: RespondentGroup, wave: WaveKind, *, partners: bool) -> list[Page]:
    asked = filters_for(group, wave, partners=partners)
    return [
        Page(code, tuple(one.question() for one in some), f"page.{code}")
        for code, some in groupby(asked, key=lambda one: one.page)
    ]


def _list(code: str, partners: Mapping[str, str]) -> ChoiceList:
    return partner_list(partners) if code == "partner" else choice_list(code)


def _texts(
    definition: Definition, group: RespondentGroup, partners: Mapping[str, str], language: str
) -> dict[str, str]:
    said = words(language)
    names = {f"list.partner.{code}": name for code, name in partners.items()}
    return {key: names[key] if key in names else said[_source(key, group)] for key in definition.text_keys}


def _source(key: str, group: RespondentGroup) -> str:
    """Where a text is written: in the wording for this group, or in the item bank."""
    if key == "meta.title":
        return f"title.{group}"
    item_code = key.removeprefix("q.").upper().replace("_", "-")
    if item_code in words("en"):
        return item_code
    if key in ("q.age_young", "q.age_adult"):
        key = "q.age_band"
    return variant(key, _manner(key, group))


def _manner(key: str, group: RespondentGroup) -> str:
    if group == RespondentGroup.STUDENT:
        return "student"
    own_company = group in OWN_COMPANY and key in ("q.sector", "q.host_size")
    own_country = group in OWN_COUNTRY and key == "q.country"
    return "own" if own_company or own_country else "adult"
