"""The way through a questionnaire: which page comes next, and how far one has come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from impact_study.rules.answers.standing import Standing, stand
from impact_study.rules.definition.definition import Definition
from impact_study.rules.definition.parts import Page, Question, questions_of
from impact_study.rules.logic.trees import Tree, references


def next_page(definition: Definition, after: str | None, values: Mapping[str, object], today: date) -> Page | None:
    """The next page with something to show; None at the end."""
    standing, passed = Standing(values, today), after is None
    for page in definition.pages:
        shown = standing.shows_page(page)
        if passed and shown:
            return page
        passed = passed or page.code == after
    return None


def previous_page(definition: Definition, before: str | None, values: Mapping[str, object], today: date) -> Page | None:
    """The last page with something to show before a page, or before the end."""
    standing, last = Standing(values, today), None
    for page in definition.pages:
        if page.code == before:
            break
        if standing.shows_page(page):
            last = page
    return last


def shown_codes(definition: Definition, values: Mapping[str, object], today: date) -> frozenset[str]:
    """The codes of all items and rows that are shown with these answers."""
    return frozenset(stand(definition, values, today).items)


def progress(definition: Definition, page: Page, values: Mapping[str, object], today: date) -> int:
    """Percent of the way at the start of a page.

    Pages behind count when they were shown; a page ahead counts unless it is already settled that it stays
    hidden. So the sum can only shrink while one goes on, and the figure never runs backwards.
    """
    standing, behind, ahead = Standing(values, today), 0, 0
    settled: set[str] = set()
    passed = False
    for one in definition.pages:
        passed = passed or one.code == page.code
        if passed:
            ahead += may_show(one, standing, settled)
        else:
            behind += standing.shows_page(one)
            settled.update(question.code for question in one.questions)
    return round(100 * behind / max(behind + ahead, 1))


def may_show(page: Page, standing: Standing, settled: set[str]) -> bool:
    """Whether a page can still come: something on it is shown, or hangs on what is not answered yet."""

    def open_or_true(condition: Tree) -> bool:
        return not settled.issuperset(references(condition)) or standing.holds(condition)

    return open_or_true(page.relevant) and any(
        open_or_true(item.relevant)
        and (
            not questions_of(item)
            or any(_visible(question) and open_or_true(question.relevant) for question in questions_of(item))
        )
        for item in page.items
    )


def _visible(question: Question) -> bool:
    return not question.is_computed
