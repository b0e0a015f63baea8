"""A questionnaire's document and its parts. Texts stand in it as keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

type Document = dict[str, Any]
type Part = dict[str, Any]
# The named parts of a document beside its pages and items.
NAMED_PARTS = {"list": "choice_lists", "scale": "scales"}


def plain_code(slug: str) -> str:
    """A code for a document from the name of a questionnaire."""
    code = re.sub(r"[^a-z0-9]+", "_", slug.lower()).strip("_")
    return (code if code[:1].isalpha() else f"q_{code}")[:32]


def empty_document(*, code: str, base_language: str, languages: list[str]) -> Document:
    meta = {"code": code, "base_language": base_language, "languages": languages, "title": "title"}
    page = {"code": "page_1", "title": "page.page_1", "items": []}
    return {"format": 1, "meta": meta, "choice_lists": [], "scales": [], "pages": [page]}


def part_of(document: Document, kind: str, code: str) -> Part | None:
    """A page without its items, an item, a list of choices, a scale, or the document's own facts."""
    if kind == "meta":
        return dict(document["meta"])
    if kind == "item":
        return next((item for _page, item in items(document) if item["code"] == code), None)
    if kind == "page":
        page = next((page for page in document["pages"] if page["code"] == code), None)
        return None if page is None else {name: value for name, value in page.items() if name != "items"}
    return next((part for part in document.get(NAMED_PARTS[kind], []) if part["code"] == code), None)


def items(document: Document) -> Iterator[tuple[Part, Part]]:
    """Every item with its page, in order."""
    for page in document["pages"]:
        for item in page["items"]:
            yield page, item


def codes_in_use(document: Document) -> set[str]:
    """Codes of items and rows: answers are kept under them."""
    rows = {row["code"] for _page, item in items(document) for row in item.get("rows", [])}
    return rows | {item["code"] for _page, item in items(document)}


def with_meta(document: Document, meta: Part) -> Document:
    return {**deepcopy(document), "meta": {**document["meta"], **meta}}
