"""Changes of a questionnaire's document: a document in, a new one out. Texts stand in it as keys."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from core.problems import Problem, ProblemsFound
from impact_study.rules.logic.trees import references

type Document = dict[str, Any]
type Part = dict[str, Any]

# The named parts of a document beside its pages and items.
SHELVES = {"list": "choice_lists", "scale": "scales"}
TEXT_FIELDS = ("text", "title", "help", "low_label", "high_label", "constraint_message")


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
    return next((part for part in document.get(SHELVES[kind], []) if part["code"] == code), None)


def items(document: Document) -> Iterator[tuple[Part, Part]]:
    """Every item with its page, in order."""
    for page in document["pages"]:
        for item in page["items"]:
            yield page, item


def keys_of(part: object) -> list[str]:
    """The keys of all texts a part names, in order."""
    if isinstance(part, Mapping):
        own = [part[name] for name in TEXT_FIELDS if part.get(name)]
        return own + [key for value in part.values() if isinstance(value, list) for key in keys_of(value)]
    if isinstance(part, list):
        return [key for one in part if isinstance(one, Mapping) for key in keys_of(one)]
    return []


def digest(part: Part | None, texts: Mapping[str, str]) -> str:
    """What somebody saw of a part and its texts, to tell later whether it is still so."""
    if part is None:
        return ""
    said = [part, [texts.get(key, "") for key in keys_of(part)]]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def codes_in_use(document: Document) -> set[str]:
    """Codes of items and rows: answers are kept under them."""
    rows = {row["code"] for _page, item in items(document) for row in item.get("rows", [])}
    return rows | {item["code"] for _page, item in items(document)}


def with_item(document: Document, item: Part, *, page: str) -> Document:
    """The item put in its place, or at the end of a page if it is new there."""
    changed = deepcopy(document)
    for place in changed["pages"]:
        here = [one["code"] for one in place["items"]]
        if item["code"] in here:
            if place["code"] == page:
                place["items"][here.index(item["code"])] = item
                return changed
            del place["items"][here.index(item["code"])]
    _page_named(changed, page)["items"].append(item)
    return changed


def without_item(document: Document, code: str) -> Document:
    changed = deepcopy(document)
    for page in changed["pages"]:
        page["items"] = [item for item in page["items"] if item["code"] != code]
    return changed


def with_item_moved(document: Document, code: str, *, down: bool) -> Document:
    """One place up or down; beyond the edge of its page it goes to the next one."""
    changed = deepcopy(document)
    pages = changed["pages"]
    for number, page in enumerate(pages):
        for place, item in enumerate(page["items"]):
            if item["code"] != code:
                continue
            target, other = (place + 1, number + 1) if down else (place - 1, number - 1)
            if 0 <= target < len(page["items"]):
                page["items"][place], page["items"][target] = page["items"][target], item
            elif 0 <= other < len(pages):
                del page["items"][place]
                pages[other]["items"].insert(0 if down else len(pages[other]["items"]), item)
            return changed
    return changed


def with_page(document: Document, page: Part) -> Document:
    """A page's own facts changed, or a new page at the end."""
    changed = deepcopy(document)
    for place, known in enumerate(changed["pages"]):
        if known["code"] == page["code"]:
            changed["pages"][place] = {**page, "items": known["items"]}
            return changed
    changed["pages"].append({**page, "items": []})
    return changed


def without_page(document: Document, code: str) -> Document:
    """Only an empty page goes, and never the last one."""
    changed = deepcopy(document)
    page = _page_named(changed, code)
    if page["items"]:
        message = _("There are still items on this page. Move or delete them first.")
        raise ProblemsFound([Problem("page_not_empty", message)])
    if len(changed["pages"]) == 1:
        raise ProblemsFound([Problem("last_page", _("A questionnaire has at least one page."))])
    changed["pages"].remove(page)
    return changed


def with_page_moved(document: Document, code: str, *, down: bool) -> Document:
    changed = deepcopy(document)
    pages = changed["pages"]
    place = pages.index(_page_named(changed, code))
    target = place + 1 if down else place - 1
    if 0 <= target < len(pages):
        pages[place], pages[target] = pages[target], pages[place]
    return changed


def with_shelved(document: Document, kind: str, part: Part) -> Document:
    """A list of choices or a scale put in its place, or added."""
    changed = deepcopy(document)
    shelf = changed.setdefault(SHELVES[kind], [])
    for place, known in enumerate(shelf):
        if known["code"] == part["code"]:
            shelf[place] = part
            return changed
    shelf.append(part)
    return changed


def without_shelved(document: Document, kind: str, code: str) -> Document:
    """A list goes only when nothing uses it any more."""
    if kind == "list" and any(item.get("choices") == code for _page, item in items(document)):
        raise ProblemsFound([Problem("list_in_use", _("Questions still use this list. Give them another one first."))])
    changed = deepcopy(document)
    changed[SHELVES[kind]] = [part for part in changed.get(SHELVES[kind], []) if part["code"] != code]
    return changed


def with_meta(document: Document, meta: Part) -> Document:
    return {**deepcopy(document), "meta": {**document["meta"], **meta}}


def _page_named(document: Document, code: str) -> Part:
    for page in document["pages"]:
        if page["code"] == code:
            return page  # type: ignore[no-any-return]
    raise ProblemsFound([Problem("page_gone", _("This page was deleted meanwhile."), field="page")])


def narrowed(document: Document, wanted: set[str]) -> Document:
    """Only the questions with these codes: empty tables, pages, lists and scales go with the others.

    A condition on a question that is not asked any more goes too: the item is then shown to all.
    """
    changed = deepcopy(document)
    for page in changed["pages"]:
        for item in page["items"]:
            if item["kind"] == "matrix":
                item["rows"] = [row for row in item["rows"] if row["code"] in wanted]
        page["items"] = [item for item in page["items"] if _stays(item, wanted)]
    changed["pages"] = [page for page in changed["pages"] if page["items"]] or [
        {**changed["pages"][0], "items": []} if changed["pages"] else {}
    ]
    for part in [*changed["pages"], *(row for _page, item in items(changed) for row in [item, *item.get("rows", [])])]:
        for name in ("relevant", "constraint"):
            if set(references(part.get(name))) - wanted:
                del part[name]
    used = {item.get("choices") for _page, item in items(changed)}
    changed["choice_lists"] = [one for one in changed.get("choice_lists", []) if one["code"] in used]
    changed["scales"] = [scale for scale in changed.get("scales", []) if set(scale["items"]) <= wanted]
    return changed


def _stays(item: Part, wanted: set[str]) -> bool:
    if item["kind"] == "matrix":
        return bool(item["rows"])
    return item["kind"] == "text" or item["code"] in wanted
