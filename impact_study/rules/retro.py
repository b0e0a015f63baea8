"""The retrospective form: after each page with outcomes the same questions once more, about the time before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from impact_study.rules.compiled.texts import Texts
from impact_study.rules.definition import Definition, Item, Matrix, Page, Question, TextItem

THEN = "_then"
LONGEST = 32
NOTE, TITLE = "retro.note", "retro.title"


def then_code(code: str) -> str:
    return code[: LONGEST - len(THEN)] + THEN


def asked_twice(definition: Definition) -> frozenset[str]:
    """The questions that are asked before and after: what is marked as an outcome, else the items of scales."""
    marked = {question.code for question in definition.questions if question.scale_role == "outcome"}
    return frozenset(marked or {code for scale in definition.scales for code in scale.items})


def with_then(definition: Definition, texts: Texts) -> tuple[Definition, Texts]:
    """The questionnaire with its looking-back pages, and the words they need."""
    twice = asked_twice(definition)
    pages: list[Page] = []
    for page in definition.pages:
        pages.append(page)
        items = [found for item in page.items if (found := _then(item, twice))]
        if items:
            note = TextItem(then_code(f"{page.code[:20]}_note"), NOTE, page.relevant)
            pages.append(Page(then_code(page.code), (note, *items), TITLE, page.relevant))
    with translation.override(texts.language):
        own = {TITLE: _("Thinking back"), NOTE: _("Now think of the time before. How was it then?")}
    return replace(definition, pages=tuple(pages)), replace(texts, own={**texts.own, **own})


def _then(item: Item, twice: frozenset[str]) -> Item | None:
    if isinstance(item, Question):
        return _asked_then(item) if item.code in twice else None
    if isinstance(item, Matrix):
        rows = tuple(_asked_then(row) for row in item.rows if row.code in twice)
        return replace(item, code=then_code(item.code), rows=rows) if rows else None
    return None


def _asked_then(question: Question) -> Question:
    return replace(question, code=then_code(question.code))


def split[V](definition: Definition, values: Mapping[str, V]) -> tuple[dict[str, V], dict[str, V]]:
    """What holds now, and what held then under the same codes."""
    back = {then_code(code): code for code in asked_twice(definition)}
    now = {code: value for code, value in values.items() if not _is_then(code, back)}
    then = {
        code.replace(marked, back[marked], 1): value
        for code, value in values.items()
        if (marked := _is_then(code, back))
    }
    return now, then


def _is_then(code: str, back: Mapping[str, str]) -> str:
    base = code.removesuffix("__other")
    return base if base in back else ""
