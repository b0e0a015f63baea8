"""One version of a questionnaire, whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from impact_study.rules.definition.parts import Choice, ChoiceList, Page, Question, Scale
from impact_study.rules.definition.texts import text_keys
from impact_study.rules.definition.writing import written


@dataclass(frozen=True)
class Definition:
    code: str
    base_language: str
    languages: tuple[str, ...]
    title: str
    pages: tuple[Page, ...]
    choice_lists: tuple[ChoiceList, ...] = ()
    scales: tuple[Scale, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the order it is asked, the rows of a matrix among them."""
        return tuple(question for page in self.pages for question in page.questions)

    @cached_property
    def by_code(self) -> dict[str, Question]:
        return {question.code: question for question in self.questions}

    @cached_property
    def lists(self) -> dict[str, tuple[Choice, ...]]:
        return {listed.code: listed.choices for listed in self.choice_lists}

    @cached_property
    def text_keys(self) -> tuple[str, ...]:
        """The keys of all texts, each once, in the order one meets them."""
        return text_keys(self)

    def question(self, code: str) -> Question:
        return self.by_code[code]

    def page(self, code: str) -> Page:
        return next(page for page in self.pages if page.code == code)

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        return self.lists.get(question.choices, ())

    def as_data(self) -> dict[str, object]:
        """The JSON document: what `read_definition` reads, without loss."""
        return written(self)
