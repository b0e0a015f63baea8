"""A questionnaire as its JSON document. What equals the default is left out, so that a document stays readable."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from impact_study.rules.definition.parts import Item, Matrix, Page, Question, TextItem
from impact_study.rules.logic.trees import thaw

if TYPE_CHECKING:
    from impact_study.rules.definition.definition import Definition

FORMAT = 1
NAMES = {"personal": "personal_data"}


def written(definition: Definition) -> dict[str, object]:
    return {
        "format": FORMAT,
        "meta": {
            "code": definition.code,
            "base_language": definition.base_language,
            "languages": list(definition.languages),
            "title": definition.title,
        },
        "choice_lists": [
            {"code": listed.code, "choices": [_said(choice) for choice in listed.choices]}
            for listed in definition.choice_lists
        ],
        "scales": [_said(scale) for scale in definition.scales],
        "pages": [_page(page) for page in definition.pages],
    }


def _said(part: Any, *, without: tuple[str, ...] = ()) -> dict[str, object]:
    """The fields of a part that say something."""
    return {
        NAMES.get(field.name, field.name): _plain(value)
        for field in fields(part)
        if field.name not in without
        and ((value := getattr(part, field.name)) != field.default or field.default is MISSING)
    }


def _plain(value: Any) -> object:
    """Lists and trees as lists, choices of an enum as their word."""
    return str(value) if isinstance(value, str) else thaw(value)


def _page(page: Page) -> dict[str, object]:
    return {**_said(page, without=("items",)), "items": [_item(item) for item in page.items]}


def _item(item: Item) -> dict[str, object]:
    if isinstance(item, TextItem):
        return {"kind": "text", **_said(item)}
    if isinstance(item, Question):
        return {"kind": "question", **_said(item)}
    return {"kind": "matrix", **_said(item, without=("rows",)), "rows": [_row(item, row) for row in item.rows]}


def _row(matrix: Matrix, row: Question) -> dict[str, object]:
    return _said(row, without=("type", "choices"))
