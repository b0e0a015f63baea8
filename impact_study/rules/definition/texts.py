"""Which texts a questionnaire needs, and to which part each belongs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from impact_study.rules.definition.parts import Item, Matrix, Question

if TYPE_CHECKING:
    from impact_study.rules.definition.definition import Definition


def text_keys(definition: Definition) -> tuple[str, ...]:
    return tuple(key for _owner, key in owned_keys(definition))


def owned_keys(definition: Definition) -> list[tuple[str, str]]:
    """The code of a part and the key of its text; each key once, at the part that has it first."""
    owners: dict[str, str] = {}
    for owner, key in _all(definition):
        if key:
            owners.setdefault(key, owner)
    return [(owner, key) for key, owner in owners.items()]


def keys_by_page(definition: Definition) -> dict[str, frozenset[str]]:
    """The texts that stand on each page; under "" those of choices and scales, which several pages may share."""
    pages = {
        page.code: frozenset([page.title, *(key for item in page.items for _owner, key in item_keys(item))])
        for page in definition.pages
    }
    shared = [choice.text for listed in definition.choice_lists for choice in listed.choices]
    return {**pages, "": frozenset([*shared, *(scale.title for scale in definition.scales)])}


def _all(definition: Definition) -> Iterator[tuple[str, str]]:
    yield definition.code, definition.title
    for page in definition.pages:
        yield page.code, page.title
        for item in page.items:
            yield from item_keys(item)
    for listed in definition.choice_lists:
        yield from ((listed.code, choice.text) for choice in listed.choices)
    yield from ((scale.code, scale.title) for scale in definition.scales)


def item_keys(item: Item) -> Iterator[tuple[str, str]]:
    keys = [item.text]
    if isinstance(item, Question):
        keys += [item.help, item.low_label, item.high_label, item.constraint_message]
    if isinstance(item, Matrix):
        keys += [item.help]
    yield from ((item.code, key) for key in keys)
    if isinstance(item, Matrix):
        for row in item.rows:
            yield from item_keys(row)
