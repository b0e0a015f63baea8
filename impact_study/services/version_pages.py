"""What the pages of a version show: its structure in words, its problems at their items, how far each language is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.problems import Problem
from impact_study.enums import TextState
from impact_study.models import InstrumentVersion, Translation
from impact_study.rules.definition import Definition, Item, Matrix, Page, Question, TextItem
from impact_study.rules.logic.words import in_words
from impact_study.rules.texts import Progress, Standing, progress_of


@dataclass
class ItemLine:
    """An item as the editor lists it."""

    code: str
    kind: str
    text: str
    type: str = ""
    choices: str = ""
    required: str = ""
    shown_when: str = ""
    accepted_when: str = ""
    tags: Sequence[str] = ()
    rows: Sequence[tuple[str, str]] = ()
    problems: list[Problem] = field(default_factory=list)


@dataclass
class PageLine:
    code: str
    title: str
    shown_when: str
    items: list[ItemLine]
    problems: list[Problem] = field(default_factory=list)


def structure(definition: Definition, texts: Mapping[str, str], problems: Sequence[Problem] = ()) -> list[PageLine]:
    """Pages and items in order, conditions in words, each problem beside what it is about."""
    by_code: dict[str, list[Problem]] = {}
    for problem in problems:
        by_code.setdefault(problem.field, []).append(problem)
    return [_page(definition, texts, page, by_code) for page in definition.pages]


def _page(definition: Definition, texts: Mapping[str, str], page: Page, found: dict[str, list[Problem]]) -> PageLine:
    lines = []
    for item in page.items:
        line = _item(definition, texts, item)
        line.problems = [
            problem for code in (line.code, *(row for row, _t in line.rows)) for problem in found.get(code, [])
        ]
        lines.append(line)
    words = in_words(page.relevant, definition, texts)
    return PageLine(page.code, texts.get(page.title, ""), words, lines, found.get(page.code, []))


def _item(definition: Definition, texts: Mapping[str, str], item: Item) -> ItemLine:
    words, shown = texts.get(item.text, ""), in_words(item.relevant, definition, texts)
    if isinstance(item, TextItem):
        return ItemLine(item.code, "text", words, shown_when=shown)
    if isinstance(item, Matrix):
        rows = [(row.code, texts.get(row.text, "")) for row in item.rows]
        tags = dict.fromkeys(tag for row in item.rows for tag in row.tags)
        return ItemLine(
            item.code, "matrix", words, type=str(item.type.label), choices=item.choices, shown_when=shown, rows=rows,
            tags=tuple(tags),
        )  # fmt: skip
    return _question(definition, texts, item, words, shown)


def _question(definition: Definition, texts: Mapping[str, str], item: Question, words: str, shown: str) -> ItemLine:
    return ItemLine(
        item.code, "question", words, type=str(item.type.label), choices=item.choices,
        required=str(item.required.label), shown_when=shown, tags=item.tags,
        accepted_when=in_words(item.constraint, definition, texts),
    )  # fmt: skip


def elsewhere(problems: Sequence[Problem], lines: Sequence[PageLine]) -> list[Problem]:
    """Problems that belong to no page and no item: lists, scales, the whole."""
    told = {id(problem) for page in lines for problem in page.problems}
    told |= {id(problem) for page in lines for item in page.items for problem in item.problems}
    return [problem for problem in problems if id(problem) not in told]


def standings(version: InstrumentVersion, language: str, keys: Sequence[str]) -> list[Standing]:
    """Each text of a language beside its source, in the order of the questionnaire."""
    rows = Translation.objects.filter(version=version, language__in=[language, version.base_language])
    source: dict[str, str] = {}
    own: dict[str, Translation] = {}
    for row in rows:
        if row.language == version.base_language:
            source[row.key] = row.text
        if row.language == language:
            own[row.key] = row
    return [_standing(key, source.get(key, ""), own.get(key)) for key in keys]


def _standing(key: str, source: str, row: Translation | None) -> Standing:
    if row is None:
        return Standing(key, source)
    return Standing(key, source, row.text, row.state or TextState.DRAFT, row.source_hash, row.source)


def progress_by_language(version: InstrumentVersion, keys: Sequence[str]) -> list[Progress]:
    """How far each language is, by one statement."""
    source: dict[str, str] = {}
    own: dict[str, dict[str, Translation]] = {code: {} for code in version.languages}
    for row in Translation.objects.filter(version=version):
        if row.language == version.base_language:
            source[row.key] = row.text
        elif row.language in own:
            own[row.language][row.key] = row
    return [
        progress_of(code, [_standing(key, source.get(key, ""), own[code].get(key)) for key in keys])
        for code in version.languages
        if code != version.base_language
    ]
