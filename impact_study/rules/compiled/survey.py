"""A questionnaire in one language, compiled: its pages as sheets, and what is known of it once and for all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from django.utils import translation

from impact_study.enums import QuestionType, Required
from impact_study.rules.compiled.fields import NOT_ASKED
from impact_study.rules.compiled.file_field import takes_files
from impact_study.rules.compiled.frame import cut, framed
from impact_study.rules.compiled.items import ItemWriter
from impact_study.rules.compiled.reading import QuickReader, quick_reader
from impact_study.rules.compiled.sheet import Builder, Sheet
from impact_study.rules.compiled.texts import Texts
from impact_study.rules.definition import Definition, Page, Question, TextItem
from impact_study.rules.logic.trees import references

# Seconds that answering takes, where nobody has answered yet.
SECONDS = {QuestionType.TEXT: 20, QuestionType.LONG_TEXT: 60, QuestionType.RANKING: 30, QuestionType.FILE: 60}
USUAL_SECONDS = 8


@dataclass(frozen=True)
class CompiledPage:
    """`known` are the questions of other pages that conditions on this one ask for."""

    page: Page
    sheet: Sheet
    has_conditions: bool
    takes_files: bool
    known: tuple[str, ...]
    quick: QuickReader | None


@dataclass(frozen=True)
class CompiledSurvey:
    definition: Definition
    texts: Texts
    language: str
    languages: tuple[str, ...]
    pages: Mapping[str, CompiledPage]

    @cached_property
    def is_plain(self) -> bool:
        """Nothing in it depends on anything else, so that every page is shown to everybody."""
        pages = self.definition.pages
        return all(compiled.quick is not None for compiled in self.pages.values()) and all(
            page.relevant is None and page.questions for page in pages
        )

    @cached_property
    def takes_files(self) -> bool:
        return any(compiled.takes_files for compiled in self.pages.values())

    @cached_property
    def order(self) -> tuple[str, ...]:
        return tuple(page.code for page in self.definition.pages)

    @cached_property
    def question_codes(self) -> tuple[str, ...]:
        return tuple(question.code for question in self.definition.questions)

    @cached_property
    def needed(self) -> frozenset[str]:
        """What must be answered before the end."""
        return frozenset(question.code for question in self.definition.questions if question.required == Required.HARD)

    @cached_property
    def consents(self) -> tuple[Question, ...]:
        return tuple(question for question in self.definition.questions if question.type == QuestionType.CONSENT)

    @cached_property
    def schema_hash(self) -> str:
        return sha256(json.dumps(self.definition.as_data(), sort_keys=True).encode()).hexdigest()

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The words of each question, for the list of what is wrong."""
        return {question.code: self.texts.words(question.text) for question in self.definition.questions}

    @cached_property
    def title(self) -> str:
        return self.texts.words(self.definition.title)

    @cached_property
    def seconds(self) -> int:
        """How long answering takes, before anybody has shown it."""
        asked = (question for question in self.definition.questions if question.type not in NOT_ASKED)
        return sum(SECONDS.get(question.type, USUAL_SECONDS) for question in asked)


def compile_survey(definition: Definition, texts: Texts, languages: Sequence[str]) -> CompiledSurvey:
    with translation.override(texts.language):
        pages = {page.code: _page(definition, page, texts, languages) for page in definition.pages}
    return CompiledSurvey(definition, texts, texts.language, tuple(languages), pages)


def _page(definition: Definition, page: Page, texts: Texts, languages: Sequence[str]) -> CompiledPage:
    items = Builder()
    writer = ItemWriter(items, definition, page, texts)
    asked = [item for item in page.items if isinstance(item, TextItem) or getattr(item, "type", "") not in NOT_ASKED]
    alone = len(asked) == 1 and not isinstance(asked[0], TextItem)
    for item in asked:
        writer.write(item, alone=alone)
    named = asked[0].text if alone else page.title or definition.title
    marked = framed(
        title=texts.words(named), survey_title=texts.words(definition.title), languages=languages,
        language=texts.language, heading="" if alone else texts.line(named), is_first=page is definition.pages[0],
        takes_files=takes_files(page),
    )  # fmt: skip
    out = Builder()
    cut(marked, out, items=items)
    conditions = [*(item.relevant for item in page.items), *(question.relevant for question in page.questions)]
    here = {question.code for question in page.questions}
    known = dict.fromkeys(code for tree in conditions for code in references(tree) if code not in here)
    has_conditions = any(tree is not None for tree in conditions)
    return CompiledPage(
        page, out.sheet(), has_conditions, takes_files(page), tuple(known), quick_reader(definition, page)
    )
