"""What a respondent has been asked so far: which items are shown, and which of their answers still count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Item, Page, Question, questions_of
from impact_study.rules.logic import evaluate, truth
from impact_study.rules.logic.trees import Tree


@dataclass
class Standing:
    """Walks through a questionnaire from the first page on; an answer to a hidden item counts for nothing."""

    values: Mapping[str, object]
    today: date
    kept: dict[str, object] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)

    def holds(self, condition: Tree) -> bool:
        """Only what is true is shown; what is not known stays hidden."""
        return condition is None or truth(condition, self.kept, self.today) is True

    def shows_page(self, page: Page) -> bool:
        """Whether a page has something to show; its answers are taken in on the way."""
        open_page = self.holds(page.relevant)
        for item in page.items:
            self.take_item(item, open_page and self.holds(item.relevant))
        if any(_shown(item) & self.items for item in page.items):
            self.pages.add(page.code)
        return page.code in self.pages

    def take_item(self, item: Item, shown: bool) -> None:
        if shown:
            self.items.add(item.code)
        for question in questions_of(item):
            if shown and (question is item or self.holds(question.relevant)):
                self.items.add(question.code)
                self.take(question)

    def take(self, question: Question) -> None:
        value = computed(question, self.kept, self.today) if question.is_computed else self.values.get(question.code)
        if value is not None:
            self.kept[question.code] = value
            if (words := self.values.get(question.other_code)) is not None:
                self.kept[question.other_code] = words


def _shown(item: Item) -> set[str]:
    """The codes that make an item something to see: a table without a row is none."""
    if isinstance(item, Question) and item.is_computed:
        return set()
    return {question.code for question in questions_of(item)} or {item.code}


def computed(question: Question, values: Mapping[str, object], today: date) -> object:
    """A computed answer as it is stored: whole numbers without a point."""
    value = evaluate(question.calculation, values, today)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def stand(definition: Definition, values: Mapping[str, object], today: date) -> Standing:
    standing = Standing(values, today)
    for page in definition.pages:
        standing.shows_page(page)
    return standing
